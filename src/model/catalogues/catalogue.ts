/** The shapes of what is said in other languages than English. */
import type { Code } from '../messages.ts';

/** A sentence and a remedy for each code of `model/messages.ts`, none left out. */
export type Catalogue = Readonly<Record<Code, readonly [message: string, hint?: string]>>;

/** Each English text, `{name}` standing for what varies, in 繁體中文 and in 简体中文. */
export type Translations = Readonly<Record<string, readonly [traditional: string, simplified: string]>>;
