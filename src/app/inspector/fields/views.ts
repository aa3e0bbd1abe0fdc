import type { ComponentType } from 'react';
import type { Field } from '../../../istio/index.ts';
import type { Path, YamlValue } from '../../../yaml/index.ts';
import { isLeaf, isRow } from '../model/shape.ts';
import { isWeighted } from '../model/weighted.ts';
import { ItemList } from '../lists/ItemList.tsx';
import { MapRows } from '../lists/MapRows.tsx';
import { ValueRows } from '../lists/ValueRows.tsx';
import { WeightedList } from '../lists/WeightedList.tsx';
import { ControlView } from './ControlView.tsx';
import type { FieldViewProps } from './renderer.ts';
import { NameView } from './NameView.tsx';
import { ObjectSection } from './ObjectSection.tsx';

type Entry = readonly [
  applies: (field: Field, value: YamlValue | undefined, path: Path) => boolean,
  view: ComponentType<FieldViewProps>,
];

/** `metadata.name` and `spec.subsets[n].name`, which only a DestinationRule has. */
function isReferredTo(path: Path): boolean {
  const [part, list, index, name] = path;
  if (path.length === 2) return part === 'metadata' && list === 'name';
  return path.length === 4 && list === 'subsets' && typeof index === 'number' && name === 'name';
}

const views: readonly Entry[] = [
  [(_field, value, path) => typeof value === 'string' && isReferredTo(path), NameView],
  [isWeighted, WeightedList],
  [(field) => field.kind === 'list' && isRow(field.item), ValueRows],
  [(field) => field.kind === 'list', ItemList],
  [(field) => field.kind === 'map', MapRows],
  [(field, value) => field.kind === 'object' && !isLeaf(field, value), ObjectSection],
  [() => true, ControlView],
];

/** How a member of an object is drawn: the first entry that applies. */
export function viewFor(
  field: Field,
  value: YamlValue | undefined,
  path: Path,
): ComponentType<FieldViewProps> {
  return views.find(([applies]) => applies(field, value, path))?.[1] ?? ControlView;
}
