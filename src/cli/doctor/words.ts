/**
 * What `doctor` says, in three languages.
 */
import type { Language } from '../../base/language.ts';
import { en } from './words/en.ts';
import type { DoctorWords } from './words/form.ts';
import { zhCN } from './words/zh-CN.ts';
import { zhTW } from './words/zh-TW.ts';

/** The sentences of each language. */
export const doctorWords: Readonly<Record<Language, DoctorWords>> = { en, 'zh-TW': zhTW, 'zh-CN': zhCN };
