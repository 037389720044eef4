import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { CommandResult } from '#event-store';
import { CommandEndpoint, Issued } from '#http';
import { derivedId } from '#kernel';
import type { Issue } from '#runtime';
import { RegisterLetterBody } from './letters.fields.js';
import { RegisterLetter } from './register-letter.js';

@ApiTags('letters')
@Controller('letters')
export class LettersController {
  static readonly handlers = [RegisterLetter.handler];

  constructor(private readonly commands: CommandBus) {}

  @Post()
  @CommandEndpoint({ summary: 'Register a letter', roles: ['registrar'], creates: true })
  register(@Body() body: RegisterLetterBody, @Issued() issue: Issue): Promise<CommandResult> {
    const letterId = derivedId('letter', issue.context.commandId);
    return this.commands.execute(new RegisterLetter({ ...body, letterId }, issue));
  }
}
