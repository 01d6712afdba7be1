/**
 * All helpers by the names templates call them by.
 */
import type { Helper } from '../helper.ts';
import { categoryHelpers } from './category-list.ts';
import { dateHelpers } from './dates.ts';
import { elementHelpers } from './elements.ts';
import { headHelpers } from './head.ts';
import { initialHelpers } from './initials.ts';
import { listHelpers } from './lists.ts';
import { pageHelpers } from './pages.ts';
import { paginatorHelpers } from './paginator.ts';
import { partialHelpers } from './partial.ts';
import { shownDataHelpers } from './shown-data.ts';
import { tagCloudHelpers } from './tag-cloud.ts';
import { textHelpers } from './text.ts';
import { tocHelpers } from './toc.ts';
import { urlHelpers } from './urls.ts';
import { wordHelpers } from './words.ts';

/** The helpers of every theme. Scripts may add to them. */
export function createHelpers(): ReadonlyMap<string, Helper> {
  const groups = [
    urlHelpers,
    elementHelpers,
    dateHelpers,
    listHelpers,
    initialHelpers,
    categoryHelpers,
    tagCloudHelpers,
    shownDataHelpers,
    paginatorHelpers,
    pageHelpers,
    textHelpers,
    tocHelpers,
    headHelpers,
    wordHelpers,
    partialHelpers,
  ];
  return new Map(groups.flatMap((group) => Object.entries(group)));
}
