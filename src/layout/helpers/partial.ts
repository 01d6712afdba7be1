/**
 * `partial` and `fragment_cache`: pieces of a page. Nothing is kept between pages, since
 * what a piece shows may be different on each; a page that has not changed is not drawn.
 */
import { type Helper, markSafe, toOptions, toText } from '../helper.ts';

/** `partial(name, locals)`: another template of the theme. Throws if there is none of that name. */
const partial: Helper = (scope, name, locals) => markSafe(scope.renderPartial(toText(name), toOptions(locals)));

/** `fragment_cache(id, draw)`: what `draw` gives. */
const fragment_cache: Helper = (_scope, _id, draw) =>
  typeof draw === 'function' ? Reflect.apply(draw, undefined, []) : '';

export const partialHelpers: Readonly<Record<string, Helper>> = { partial, fragment_cache };
