import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';

interface ApiDescription {
  readonly name: string;
  readonly description?: string;
}

/** Pages for people at `/docs`, the document for programs at `/openapi.json`. */
export function addApiDocumentation(app: NestFastifyApplication, about: ApiDescription): void {
  SwaggerModule.setup('docs', app, () => openApiOf(app, about), {
    jsonDocumentUrl: 'openapi.json',
    yamlDocumentUrl: 'openapi.yaml',
    customSiteTitle: `Lindung ${about.name}`,
  });
}

function openApiOf(app: NestFastifyApplication, { name, description = '' }: ApiDescription): OpenAPIObject {
  return SwaggerModule.createDocument(
    app,
    new DocumentBuilder()
      .setTitle(`Lindung ${name}`)
      .setDescription(description)
      .setVersion('1')
      .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'JWT' })
      .build(),
  );
}
