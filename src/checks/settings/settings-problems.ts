import { isSettingsFile, settingsFileOf, settingsIn, type Mesh } from '../../istio/index.ts';
import { lineIndex } from '../../text/index.ts';
import { problemInFile } from '../problem-in-file.ts';
import type { Problem } from '../problem.ts';
import { assumptionFindings } from './assumptions.ts';
import { settingsFindings, type SettingsFinding } from './findings.ts';

type MeshFile = Mesh['files'][number];

const kept = new WeakMap<MeshFile, { readonly counts: string; readonly problems: readonly Problem[] }>();

/** The problems of a settings file by its own schema; none for other files. Kept as long as the file and its resources stay. */
export function settingsProblems(mesh: Mesh, file: MeshFile): readonly Problem[] {
  if (!isSettingsFile(file.path)) return [];
  const counts = settingsFileOf(mesh.files)?.path ?? file.path;
  const known = kept.get(file);
  if (known && known.counts === counts) return known.problems;
  const problems = problemsIn(file, counts);
  kept.set(file, { counts, problems });
  return problems;
}

function problemsIn(file: MeshFile, counts: string): readonly Problem[] {
  let linesBefore = 0;
  let done = false;
  const problems: Problem[] = [];
  for (const [index, document] of file.documents.entries()) {
    const settings = settingsIn(document.value);
    if (settings && !done) {
      done = true;
      const assumed = file.resources.filter((each) => each.assumed && each.source.document === index);
      const places = new Set(assumed.map(({ source }) => Number(source.path[1])));
      const found: readonly SettingsFinding[] =
        counts !== file.path
          ? [notRead(counts)]
          : [...settingsFindings(settings), ...assumptionFindings(settings, places)];
      problems.push(...found.map((each) => problemInFile(each, file.path, document, linesBefore)));
    }
    linesBefore += lineIndex(document.text).count - 1;
  }
  return problems.toSorted((a, b) => a.line - b.line || a.column - b.column);
}

const notRead = (path: string): SettingsFinding => ({
  code: 'MW4006',
  message: `These settings are not read: those of ${path} count, which stands nearer to the top. Put them together there.`,
  path: [],
  at: 'key',
  fixes: [],
});
