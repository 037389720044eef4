import { type ExecutionContext, createParamDecorator } from '@nestjs/common';
import { type LocalDate, dateIn } from '#kernel';
import { momentOf } from './request-time.js';

const days = new WeakMap<object, LocalDate>();

/** Has a request answered as if it were asked on another day. */
export function asIfOn(request: object, day: LocalDate): void {
  days.set(request, day);
}

/** The calendar day of the request in Jakarta, or that which it asks to be answered on. `@Today() today: LocalDate` */
export const Today = createParamDecorator((_data: unknown, execution: ExecutionContext): LocalDate => {
  const request = execution.switchToHttp().getRequest<object>();
  return days.get(request) ?? dateIn(momentOf(request));
});
