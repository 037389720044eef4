import { shape, shown } from '#http';

export class FeedAnswer extends shape({
  events: shown.json({
    description:
      'CloudEvents 1.0, each as docs/reference/contracts describes its `data`; those of one stream in their order, each at least once',
  }),
  next: shown.position({
    nullable: true,
    description: 'Ask for `?after=` it next, also when nothing was there',
  }),
  hasMore: shown.yesNo({ description: 'Whether the log goes on behind this page' }),
}) {}
