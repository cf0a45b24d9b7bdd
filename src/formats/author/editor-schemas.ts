import { toJsonSchema } from '@valibot/to-json-schema';
import type { GenericSchema } from 'valibot';
import { FIXED_FILES } from '../../core/course-files/schema/files.js';
import { lessonSchema } from '../../core/course-files/schema/lesson.js';
import { schemaFileOf } from '../../core/course-files/schema-line.js';

/** The part of JSON Schema that this program uses. */
export type JsonSchema = {
  readonly title?: string;
  readonly description?: string;
  readonly examples?: readonly unknown[];
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly string[];
  readonly enumDescriptions?: readonly string[];
  readonly pattern?: string;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
};

/** Uses draft 07, which YAML language servers support. Throws if draft 07 cannot express a rule of the schema. */
export const jsonSchema = (schema: GenericSchema): JsonSchema =>
  toJsonSchema(schema, { target: 'draft-07', errorMode: 'throw' }) as JsonSchema;

const COMMENT = 'Made from src/core/course-files/schema/files.ts by npm run schemas.';

/** The JSON schema for each kind of course file, by the name of the schema file. */
export const editorSchemas = (): Map<string, string> =>
  new Map(
    Object.entries({ ...FIXED_FILES, lesson: lessonSchema }).map(([name, schema]) => [
      schemaFileOf(name),
      `${JSON.stringify({ $comment: COMMENT, ...jsonSchema(schema) }, undefined, 2)}\n`,
    ]),
  );
