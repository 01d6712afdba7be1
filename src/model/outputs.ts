/**
 * What a build gives: files, each with the path it is published at.
 */
import type { Fingerprint } from '../base/fingerprint.ts';
import type { OutputPath, Route, SourcePath } from '../base/path.ts';

export interface TextOutput {
  readonly type: 'text';
  readonly path: OutputPath;
  readonly route: Route;
  /** Of the text: who has it already need not ask for it. */
  readonly print: Fingerprint;
  /** The text in UTF-8. */
  readonly bytes: () => Uint8Array;
}

export interface CopyOutput {
  readonly type: 'copy';
  readonly path: OutputPath;
  readonly route: Route;
  readonly from: SourcePath;
  readonly print: Fingerprint;
}

export type OutputFile = TextOutput | CopyOutput;
