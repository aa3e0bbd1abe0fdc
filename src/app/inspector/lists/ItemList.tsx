import type { FieldViewProps } from '../fields/renderer.ts';
import { Section } from '../fields/Section.tsx';
import { Items } from './Items.tsx';

/** A list of objects: a card each. */
export function ItemList({ field, value, path, label, keep, unmet, inner, sectionBase }: FieldViewProps) {
  const count = Array.isArray(value) ? value.length : 0;
  return (
    <Section
      {...{ field, value, path, label, keep, unmet, inner }}
      base={sectionBase}
      {...(count > 1 ? { detail: String(count) } : {})}
    >
      <Items {...{ field, value, path, label, keep }} />
    </Section>
  );
}
