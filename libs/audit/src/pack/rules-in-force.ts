import { type RulesInForce, type SaidEvent, calculationsIn } from '#audit-pack';
import { calculatorOf } from '#contexts/claims/facts';
import { type LocalDate, isLocalDate } from '#kernel';
import { listRules, ruleHistory, ruleSetVersionOn } from '#law';

/**
 * For each calculation of a claim the rules that its calculator reads, as they were on the day of the event: value, law, article, and where
 * that was seen. None where another version is in force on that day than the event names: its day was corrected and an earlier release
 * did not record which one it became, or a table was corrected since.
 * @param events in their order
 */
export function rulesInForce(events: readonly SaidEvent[]): readonly RulesInForce[] {
  let [calculator, eventDate] = ['', ''];
  const given: RulesInForce[] = [];
  for (const event of events.filter(({ place }) => place.startsWith('claim-'))) {
    const { programme, eventDate: told } = event.data;
    if (event.type === 'ClaimSubmitted') calculator = calculatorOf(String(programme));
    // It may be corrected later, and then the law of another day counts.
    if (typeof told === 'string') eventDate = told;
    for (const calculation of calculationsIn([event]))
      given.push({ ...calculation, calculator, eventDate, ...rulesOf(calculation, calculator, eventDate) });
  }
  return given;
}

function rulesOf(
  { ruleSetVersion }: Pick<RulesInForce, 'ruleSetVersion'>,
  calculator: string,
  eventDate: string,
): Pick<RulesInForce, 'rules' | 'versionOfDay'> {
  if (!isLocalDate(eventDate)) return { rules: [] };
  const versionOfDay = ruleSetVersionOn(eventDate);
  return versionOfDay === ruleSetVersion
    ? { rules: rulesReadBy(calculator, eventDate) }
    : { rules: [], versionOfDay };
}

function rulesReadBy(calculator: string, on: LocalDate): readonly unknown[] {
  return listRules({ on }).flatMap(({ id, title, unit, inForce }) =>
    inForce && ruleHistory(id)?.readBy.includes(calculator) ? [{ id, title, unit, ...inForce }] : [],
  );
}
