import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { Body, Controller, Module, Post, ValidationPipe } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { ApiOkResponse, DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { asked, shape, shown, shownOf } from './shape.js';

class School extends shape({ level: asked.code(['SD', 'SMP']), year: asked.integer({ min: 1, max: 6 }) }) {}

class Child extends shape({
  name: asked.name(),
  birthDate: asked.day(),
  phones: asked.phone({ optional: true, each: true }),
  school: asked.nested(() => School, { optional: true }),
}) {}

class Item extends shape({ id: shown.uuid(), amountIdr: shown.rupiah({ nullable: true }) }) {}

class Detail extends shape({ items: shown.nested(() => Item, { each: true }), since: shown.day() }, Item) {}

@Controller()
class ShapesController {
  @Post()
  @ApiOkResponse({ type: Detail })
  post(@Body() _child: Child): Detail {
    return { id: '', amountIdr: null, items: [], since: '' as Detail['since'] };
  }
}

@Module({ controllers: [ShapesController] })
class ShapesModule {}

const errorsIn = (child: object) =>
  validateSync(plainToInstance(Child, child), { whitelist: true, forbidNonWhitelisted: true }).map(
    ({ property }) => property,
  );

describe('a shape', () => {
  const child = { name: ' Siti  ', birthDate: '2015-02-28', school: { level: 'SD', year: 3 } };

  it('is checked member by member, and brings each into its normal form', () => {
    expect(errorsIn(child)).toEqual([]);
    expect(plainToInstance(Child, child)).toMatchObject({ name: 'Siti', school: { level: 'SD' } });
    expect(errorsIn({ ...child, birthDate: '2015-02-30', school: { level: 'TK', year: 3 } })).toEqual([
      'birthDate',
      'school',
    ]);
    expect(errorsIn({ birthDate: '2015-02-28', nickname: 'x' }).sort()).toEqual(['name', 'nickname']);
  });

  it('has the types of its members', () => {
    const typed: Child = plainToInstance(Child, child);
    const level: 'SD' | 'SMP' | undefined = typed.school?.level;
    const phones: readonly string[] | undefined = typed.phones;
    expect([level, phones]).toEqual(['SD', undefined]);
  });

  it('is documented under the name of its class, with the members of its base', async () => {
    const app = await NestFactory.create(ShapesModule, new FastifyAdapter(), { logger: false });
    app.useGlobalPipes(new ValidationPipe());
    const { components } = SwaggerModule.createDocument(app, new DocumentBuilder().build());
    expect(Object.keys(components?.schemas ?? {}).sort()).toEqual(['Child', 'Detail', 'Item', 'School']);
    expect(components?.schemas?.Detail).toMatchObject({
      properties: {
        id: { type: 'string', format: 'uuid' },
        amountIdr: { type: 'integer', nullable: true },
        items: { type: 'array', items: { $ref: '#/components/schemas/Item' } },
        since: { type: 'string', format: 'date' },
      },
      required: ['id', 'amountIdr', 'items', 'since'],
    });
    expect(components?.schemas?.Child).toMatchObject({ required: ['name', 'birthDate'] });
    await app.close();
  });

  it('takes from a row what it shows under the same name, and nothing else', () => {
    const row = { id: '1', amountIdr: null, since: '2026-01-01' as Detail['since'], nik: '0000055205900001' };
    const taken: Pick<typeof row, 'id' | 'amountIdr' | 'since'> = shownOf(Detail, row);
    expect(taken).toStrictEqual({ id: '1', amountIdr: null, since: '2026-01-01' });
    expect(shownOf(Item, row)).toStrictEqual({ id: '1', amountIdr: null });
  });

  it('takes nothing else from the things that stand in a column either', () => {
    class School extends shape({ name: shown.text(), now: shown.nested(() => Item, { nullable: true }) }) {}
    class Town extends shape({ schools: shown.nested(() => School, { each: true }) }) {}
    class Village extends shape({ of: shown.json() }, Town) {}
    const inside = { id: '1', amountIdr: 5, diagnosis: 'S61.0' };
    const row = {
      schools: [
        { name: 'SD 1', now: inside, found: { inputs: {} } },
        { name: 'SD 2', now: null },
      ],
      of: inside,
    };
    expect(shownOf(Village, row)).toStrictEqual({
      schools: [
        { name: 'SD 1', now: { id: '1', amountIdr: 5 } },
        { name: 'SD 2', now: null },
      ],
      of: inside,
    });
  });
});
