import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { Controller, Get, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { ApiOkResponse, DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import {
  CodeAnswer,
  DayAnswer,
  InstantAnswer,
  MonthAnswer,
  NestedAnswer,
  NumberAnswer,
  PositionAnswer,
  RupiahAnswer,
  TextAnswer,
  UuidAnswer,
  YesNoAnswer,
} from './answers.js';

class Item {
  @UuidAnswer() readonly id!: string;
}

class Answers {
  @UuidAnswer({ nullable: true }) readonly id!: string | null;
  @DayAnswer({ description: 'When' }) readonly day!: string;
  @MonthAnswer({ example: '2026-10' }) readonly month!: string;
  @InstantAnswer() readonly moment!: string;
  @RupiahAnswer({ nullable: true }) readonly amountIdr!: number | null;
  @NumberAnswer() readonly count!: number;
  @YesNoAnswer({ nullable: true }) readonly overdue!: boolean | null;
  @TextAnswer({ each: true, optional: true }) readonly notes?: readonly string[];
  @CodeAnswer(['PU', 'BPU']) readonly segment!: string;
  @CodeAnswer(['A', 'B'], { each: true }) readonly kinds!: readonly string[];
  @PositionAnswer() readonly position!: string;
  @NestedAnswer(() => Item) readonly item!: Item;
  @NestedAnswer(() => Item, { each: true }) readonly items!: readonly Item[];
  @NestedAnswer(() => Item, { nullable: true }) readonly last!: Item | null;
}

@Controller('answers')
class AnswersController {
  @Get()
  @ApiOkResponse({ type: Answers })
  get(): void {}
}

@Module({ controllers: [AnswersController] })
class AnswersModule {}

async function schemaOfAnswers() {
  const app = await NestFactory.create(AnswersModule, new FastifyAdapter(), { logger: false });
  const document = SwaggerModule.createDocument(app, new DocumentBuilder().build());
  await app.close();
  return document.components?.schemas?.['Answers'];
}

describe('Decorators of answers', () => {
  it('describe types and formats as requests do', async () => {
    const item = { $ref: '#/components/schemas/Item' };
    expect(await schemaOfAnswers()).toEqual({
      type: 'object',
      properties: {
        id: { type: 'string', format: 'uuid', nullable: true },
        day: { type: 'string', format: 'date', description: 'When' },
        month: { type: 'string', example: '2026-10' },
        moment: { type: 'string', format: 'date-time' },
        amountIdr: { type: 'integer', nullable: true },
        count: { type: 'number' },
        overdue: { type: 'boolean', nullable: true },
        notes: { type: 'array', items: { type: 'string' } },
        segment: { type: 'string', enum: ['PU', 'BPU'] },
        kinds: { type: 'array', items: { type: 'string', enum: ['A', 'B'] } },
        position: { type: 'string' },
        item,
        items: { type: 'array', items: item },
        last: { type: 'object', nullable: true, allOf: [item] },
      },
      required: expect.not.arrayContaining(['notes']),
    });
  });
});
