import type { Mesh } from '../../istio/index.ts';
import { readScenario, RequestError, runLoad, type LoadReport } from '../../traffic/index.ts';
import { equalValues } from '../../yaml/index.ts';
import type { Goal } from './goal.ts';
import { MET, unmet, type GoalFinding } from './goal-state.ts';

/**
 * Runs a scenario of the files against them, and says what it does not come to. What a scenario of a lesson costs is limited
 * where the lesson is read.
 */
export function loadFinding(mesh: Mesh, { file, as }: Extract<Goal, { kind: 'load' }>): GoalFinding {
  const [document] = mesh.files.find(({ path }) => path === file)?.documents ?? [];
  if (!document) return unmet(`There is no scenario ${file}.`);
  if (document.value === undefined) return unmet(`The YAML of ${file} cannot be read now.`);
  if (as !== undefined && !equalValues(document.value, as))
    return unmet(
      `${file} says something else than the lesson’s. Put it back as it was, and change the configuration instead.`,
    );
  const { scenario, objections } = readScenario(document.value);
  if (!scenario) return unmet(objections.map(({ message }) => message).join(' '));
  try {
    return ofReport(runLoad(mesh, scenario));
  } catch (error) {
    if (error instanceof RequestError) return unmet(error.message);
    throw error;
  }
}

/** Met where all that is expected holds; else what is found instead, and where what could be better stands. */
function ofReport({ expected, suggestions, causes }: LoadReport): GoalFinding {
  const missed = expected.filter(({ met }) => !met);
  if (!missed.length) return MET;
  const hint = suggestions.find(({ resource }) => resource !== undefined);
  const place = hint ?? causes.find(({ resource }) => resource !== undefined);
  const said = missed.map(({ text, found }) => `Wanted: ${text} Found: ${found}.`).join(' ');
  return unmet(
    said,
    place?.resource === undefined ? {} : { at: { resource: place.resource, path: place.path ?? [] } },
  );
}
