/**
 * `friends`, `photos`: what a page without a text shows of `_data`, or of the theme's settings.
 */
import { listFriends, listPhotos, type ShownPage } from '../../model/shown-data.ts';
import { type Helper, toText } from '../helper.ts';
import type { PageScope } from '../page-scope.ts';
import { readField } from './arguments.ts';

const describePage = ({ page }: PageScope): ShownPage => ({
  type: readField(page, 'type'),
  path: toText(readField(page, 'path')),
});

export const shownDataHelpers: Readonly<Record<string, Helper>> = {
  friends: (scope) => listFriends(describePage(scope), scope.site.data, scope.scope.theme.config.friends),
  photos: (scope) => listPhotos(describePage(scope), scope.site.data),
};
