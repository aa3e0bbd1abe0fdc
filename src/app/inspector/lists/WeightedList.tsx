import type { ObjectField, ListField } from '../../../istio/index.ts';
import type { FieldViewProps } from '../fields/renderer.ts';
import { Section } from '../fields/Section.tsx';
import { Items } from './Items.tsx';
import { WeightSet } from './WeightSet.tsx';

/** A list whose items share the traffic: the shares together in one control, then a card for each item. */
export function WeightedList({ field, value, path, label, keep, unmet, inner, sectionBase }: FieldViewProps) {
  const items = Array.isArray(value) ? value : [];
  return (
    <Section {...{ field, value, path, label, keep, unmet, inner }} base={sectionBase}>
      {items.length > 1 && (
        <WeightSet field={(field as ListField).item as ObjectField} items={items} path={path} />
      )}
      <Items {...{ field, value, path, label, keep }} weighted />
    </Section>
  );
}
