import { type ExecutionContext, createParamDecorator } from '@nestjs/common';
import { type LocalDate, dateIn } from '#kernel';
import { momentOf } from './request-time.js';

const days = new WeakMap<object, LocalDate>();

/** Has a request answered as if it were asked on another day. */
export function asIfOn(request: object, day: LocalDate): void {
  days.set(request, day);
}

/** The calendar day of a request in Jakarta, or that which it asks to be answered on. */
export const todayOf = (request: object): LocalDate => days.get(request) ?? dateIn(momentOf(request));

/** The day on which a request is answered. `@Today() today: LocalDate` */
export const Today = createParamDecorator((_data: unknown, execution: ExecutionContext): LocalDate =>
  todayOf(execution.switchToHttp().getRequest<object>()),
);
