import { WEB_ADDRESS } from './setting-rules.js';
import { FromEnvironment } from './setting.decorator.js';

/** Who knows what can be done with a thing. */
export class ActionsConfig {
  @FromEnvironment('COMMAND_API_URL', {
    description:
      'Where the API of commands is, such as `http://command-api:3000`: asked with `?with=actions`, a thing is shown with what can be done with it; without it such a question is refused, and the thing says where to ask',
    holds: WEB_ADDRESS,
    optional: true,
  })
  readonly commandApiUrl?: string;
}
