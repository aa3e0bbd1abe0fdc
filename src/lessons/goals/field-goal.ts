import { asList, fieldAt, valueAt, type Field, type Mesh, type Resource } from '../../istio/index.ts';
import type { Path, YamlValue } from '../../yaml/index.ts';
import { formatFieldPath, placesMeant } from './field-path.ts';
import type { Goal } from './goal.ts';
import { unmet, type GoalFinding } from './goal-state.ts';
import { resourcesMeant, sayPattern } from './pattern.ts';
import { broken, nowhere } from './resource-goal.ts';
import { sameMeaning } from './same-meaning.ts';
import { sayValue } from './say-goal.ts';

interface Place {
  readonly resource: Resource;
  readonly path: Path;
  readonly value: YamlValue | undefined;
}

/** Whether a field of a resource is written, or means what is wanted. Read as data: how it is written makes no difference. */
export function fieldFinding(mesh: Mesh, goal: Extract<Goal, { kind: 'field' }>): GoalFinding {
  const { test, path } = goal;
  const meant = resourcesMeant(mesh, goal.resource);
  const readable = meant.filter(({ stale }) => !stale);
  if (!readable.length) return unmet(meant.length ? broken(goal.resource) : nowhere(mesh, goal.resource));
  const places = readable.flatMap((resource) =>
    placesMeant(resource.value, path).map((place) => ({
      resource,
      path: place,
      value: valueAt(resource.value, place),
    })),
  );
  const written = places.filter(({ value }) => value !== undefined);
  const name = formatFieldPath(path);
  const where = `${name} of ${sayPattern(goal.resource)}`;
  if ('exists' in test) {
    if (test.exists)
      return written[0] ? met(written[0]) : unmet(`${where} is not written yet.`, at(places[0], readable[0]));
    return written[0] ? unmet(`${where} is still written.`, at(written[0])) : { met: true, missing: '' };
  }
  const right = written.find((place) =>
    'equals' in test
      ? isWanted(mesh, place, test.equals)
      : partsOf(place).some((part) => isWanted(mesh, part, test.contains)),
  );
  if (right) return met(right);
  const [first] = written;
  if (!first) return unmet(`${where} is not written yet.`, at(places[0], readable[0]));
  const wanted = 'equals' in test ? `not ${sayValue(test.equals)}` : `without ${sayValue(test.contains)}`;
  return unmet(`${where} is ${sayValue(first.value)}, ${wanted}.`, at(first));
}

/** The items of a list, or the words that a text joins by commas, each where it is written. */
function partsOf(place: Place): readonly Place[] {
  const { value, path } = place;
  if (typeof value === 'string') return value.split(',').map((word) => ({ ...place, value: word.trim() }));
  return asList(value).map((item, index) => ({ ...place, value: item, path: [...path, index] }));
}

const isWanted = ({ settings }: Mesh, { resource, path, value }: Place, wanted: YamlValue): boolean => {
  const field: Field | undefined = resource.modelled ? fieldAt(resource.type, path) : undefined;
  return sameMeaning(field, value, wanted, { resource, settings });
};

const met = (place: Place): GoalFinding => ({ met: true, missing: '', ...at(place) });

const at = (place: Place | undefined, resource = place?.resource): Pick<GoalFinding, 'at'> =>
  resource ? { at: { resource: resource.id, path: place?.path ?? [] } } : {};
