/**
 * Which displayed formulas the theme of a Hexo blog had numbered, where it ran MathJax:
 * NexT 8 and Butterfly 5 hand `math.mathjax.tags` on to it.
 */
import type { Config } from '../model/config.ts';
import type { Sources } from '../model/sources.ts';
import { isNumbering, readGroup } from './map-hexo-keys.ts';
import { type ReplacedTheme, readReplacedSettings } from './read-theme.ts';
import { toData } from './read-yaml.ts';

/** The settings with the numbering of the theme that is replaced, unless they say one themselves. */
export function adoptNumbering(config: Config, sources: Sources, replaced: ReplacedTheme | undefined): Config {
  // Their own, or that of a plugin that ran in place of the theme's MathJax.
  const isSaid = readGroup(toData(config.written.math ?? null)).number !== undefined;
  if (!replaced || isSaid || config.math.number !== 'ams') return config;
  const asked = readGroup(toData(config.theme_config));
  const { use, mathjax } = readGroup(readReplacedSettings(sources, replaced, asked).math);
  const { enable, tags } = readGroup(mathjax);
  const isOn = enable === true || use === 'mathjax';
  return isOn && isNumbering(tags) ? { ...config, math: { ...config.math, number: tags } } : config;
}
