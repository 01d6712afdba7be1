/**
 * The table of settings as JSON Schema, for editors: what they may hold, and what each key means.
 */
import * as z from 'zod';
import { configSchema } from './config.ts';

type Schema = z.core.JSONSchema.BaseSchema;

/** JSON Schema (draft 2020-12) of `_config.yml`. Every key may be empty, and keys of themes and plugins may stand beside ours. */
export function createConfigSchema(): Schema {
  const schema = z.toJSONSchema(configSchema, { io: 'input', unrepresentable: 'any' });
  return { ...schema, title: '_config.yml', properties: mapProperties(schema) };
}

function mapProperties({ properties = {} }: Schema): Record<string, Schema> {
  return Object.fromEntries(
    Object.entries(properties).flatMap(([key, value]) => (typeof value === 'object' ? [[key, loosen(value)]] : [])),
  );
}

/** The schema with nothing at all allowed; a group may be switched on and off by a word in its place. */
function loosen({ description, default: byDefault, ...schema }: Schema): Schema {
  const group = schema.properties
    ? [{ ...schema, properties: mapProperties(schema) }, { type: 'boolean' as const }]
    : [schema];
  return {
    ...(description !== undefined && { description }),
    ...(byDefault !== undefined && { default: byDefault }),
    anyOf: [...group, { type: 'null' }],
  };
}
