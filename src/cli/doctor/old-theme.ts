/**
 * The theme that a blog had: what is taken over from its settings, and what of it is lost.
 */
import { toSourcePath } from '../../base/path.ts';
import type { Build } from '../../build/build.ts';
import { findReplacedTheme } from '../../build/plan.ts';
import { mapThemeSettings, type Settings } from '../../content/map-theme-settings.ts';
import { listThemeSettings, readReplacedSettings } from '../../content/read-theme.ts';
import { toData } from '../../content/read-yaml.ts';
import { isMap } from '../../model/post.ts';
import type { Findings } from './findings.ts';

/** What was taken over from the theme that the blog had, and the files in which it stood. */
export function listTaken({ plan }: Build): Findings['taken'] {
  const { taken: settings } = plan.theme;
  const replaced = findReplacedTheme(plan.input);
  if (!replaced || Object.keys(settings).length === 0) return { settings, files: [] };
  return {
    settings,
    files: listThemeSettings(replaced).flatMap((forms) =>
      forms.filter((path) => plan.input.sources.has(toSourcePath(path))),
    ),
  };
}

/** The settings of the theme that the blog had. */
export function readOldTheme({ plan: { input, config } }: Build): Settings {
  const replaced = findReplacedTheme(input);
  const asked = toData(config.theme_config);
  return replaced ? readReplacedSettings(input.sources, replaced, isMap(asked) ? asked : {}) : {};
}

/** Its avatar and icon, if no such file is published. */
export function listLostPictures({ plan }: Build, old: Settings): string[] {
  const meant = mapThemeSettings(old, () => true);
  return ['avatar', 'favicon'].flatMap((key) => {
    const address = meant[key];
    if (typeof address !== 'string' || plan.theme.config[key] === address) return [];
    // NexT names its own icon and avatar, which nobody has chosen.
    return /-next\.\w+$|\/avatar\.gif$/.test(address) ? [] : [address];
  });
}

/** Templates and styles in `_data`, which NexT puts into its pages. */
export function listThemeFiles({ plan: { input } }: Build): string[] {
  const folder = `${input.config.source_dir}/_data/`;
  return [...input.sources.keys()].filter(
    (path) => path.startsWith(folder) && /\.(swig|njk|ejs|pug|styl|less|scss)$/.test(path),
  );
}
