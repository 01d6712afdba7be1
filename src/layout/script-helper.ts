/**
 * Helpers that a user's scripts define, as templates call them.
 */
import { messageOf } from '../base/diagnostic.ts';
import type { From, HelperFunction } from '../model/extension.ts';
import { placeInScript } from '../model/script-place.ts';

/** The helper; what it throws says which helper it was and where in which script. */
export function adaptHelper(name: string, { script, value }: From<HelperFunction>): HelperFunction {
  return (...args) => {
    try {
      return value(...args);
    } catch (error) {
      const { line, column } = placeInScript(script, error);
      const detail = messageOf(error).replace(/\.$/, '');
      throw new Error(`helper \`${name}\` in ${script}:${line}:${column}: ${detail}`, { cause: error });
    }
  };
}
