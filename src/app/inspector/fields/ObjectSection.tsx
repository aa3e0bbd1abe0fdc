import type { ObjectField } from '../../../istio/index.ts';
import type { FieldViewProps } from './renderer.ts';
import { ObjectBody } from './ObjectBody.tsx';
import { Section } from './Section.tsx';

/** An object under a heading of its own. */
export function ObjectSection({
  field,
  value,
  path,
  label,
  keep,
  unmet,
  inner,
  sectionBase,
}: FieldViewProps) {
  return (
    <Section {...{ field, value, path, label, keep, unmet, inner }} base={sectionBase} extensible>
      <ObjectBody
        field={field as ObjectField}
        value={value}
        path={path}
        level={inner ? 'group' : 'section'}
        fieldBase={path}
        sectionBase={path}
      />
    </Section>
  );
}
