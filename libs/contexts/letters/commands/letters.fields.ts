import { asked, shape } from '#http';

export class RegisterLetterBody extends shape({
  name: asked.name(),
}) {}
