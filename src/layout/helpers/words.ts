/**
 * The theme's words: `__('menu.home')`, `_p('count.posts', 3)`. They are text, not HTML.
 */
import { type Helper, toText } from '../helper.ts';
import { pluralize, translate } from '../words.ts';

const __: Helper = ({ scope, languages }, key, ...values) => translate(scope.theme, languages, toText(key), values);

const _p: Helper = ({ scope, languages }, key, ...values) => pluralize(scope.theme, languages, toText(key), values);

export const wordHelpers: Readonly<Record<string, Helper>> = { __, _p };
