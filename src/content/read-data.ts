/**
 * Data files (`_data/**`): YAML and JSON for templates, as `site.data.<name>`.
 */
import { type Diagnostic, messageOf, startOf } from '../base/diagnostic.ts';
import { diagnose } from '../model/messages.ts';
import type { Data } from '../model/post.ts';
import { decodeText, type SourceFile } from '../model/sources.ts';
import { explainEncoding } from './explain-encoding.ts';
import { readYaml } from './read-yaml.ts';

export interface DataFile {
  readonly file: SourceFile;
  /** Its path below `_data` without extension. */
  readonly name: string;
}

/** The content of each file under its name; one that cannot be read is told and left out. */
export function readDataFiles(files: readonly DataFile[], diagnostics: Diagnostic[]): Readonly<Record<string, Data>> {
  return Object.fromEntries(
    files.flatMap(({ file, name }) => {
      const read = readFile(file);
      if (!('data' in read)) diagnostics.push(read);
      return 'data' in read ? [[name, read.data]] : [];
    }),
  );
}

function readFile(file: SourceFile): { readonly data: Data } | Diagnostic {
  const start = startOf(file.path);
  try {
    const bytes = file.read();
    const text = decodeText(bytes);
    if (text === undefined) return explainEncoding(bytes, file.path);
    const read = readYaml(text);
    if (!read.fault) return { data: read.data };
    const { detail, line, column } = read.fault;
    return diagnose('data/unreadable', { detail }, { ...start, line, column });
  } catch (error) {
    return diagnose('file/unreadable', { detail: messageOf(error) }, start);
  }
}
