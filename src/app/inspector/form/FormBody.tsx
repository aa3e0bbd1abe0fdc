import { Plus } from 'lucide-react';
import { Fragment } from 'react';
import type { YamlMap } from '../../../yaml/index.ts';
import { ControlField } from '../fields/ControlField.tsx';
import { ObjectBody } from '../fields/ObjectBody.tsx';
import { PlainValue } from '../fields/PlainValue.tsx';
import { Section } from '../fields/Section.tsx';
import { child, isMap, ROOT } from '../model/path.ts';
import { formatKeys } from '../../commands/keys.ts';
import { isMac } from '../../commands/platform.ts';
import { useForm, useLocked } from './context.ts';
import { FieldProblems } from './FieldProblems.tsx';
import { useProblemsAt } from './useProblems.ts';
import styles from './form.module.css';

const SPEC = child(ROOT, 'spec');
const METADATA = child(ROOT, 'metadata');
/** What the API server needs, and what the rest of the form draws. */
const drawnElsewhere = new Set(['spec', 'metadata', 'apiVersion', 'kind']);

/** All parts of a resource: its spec, its metadata, and whatever else is written in it. */
export function FormBody({ value, kind }: { value: YamlMap; kind: string }) {
  const { schema } = useForm();
  const problems = useProblemsAt(ROOT);
  const specProblems = useProblemsAt(SPEC);
  const spec = schema.fields.get('spec');
  const metadata = schema.fields.get('metadata');
  const version = schema.fields.get('apiVersion');
  return (
    <>
      <FieldProblems problems={problems} />
      {spec?.kind === 'object' && objectOrNothing(value['spec']) && (
        <>
          <ObjectBody
            field={spec}
            value={value['spec']}
            path={SPEC}
            level="card"
            fieldBase={ROOT}
            sectionBase={SPEC}
          />
          <FieldProblems problems={specProblems} />
        </>
      )}
      {metadata?.kind === 'object' && objectOrNothing(value['metadata']) && (
        <Section
          field={metadata}
          value={value['metadata']}
          path={METADATA}
          label={metadata.title}
          base={ROOT}
          keep={ROOT}
          extensible
        >
          <ObjectBody
            field={metadata}
            value={value['metadata']}
            path={METADATA}
            level="section"
            fieldBase={METADATA}
            sectionBase={METADATA}
          />
          {version && (
            <ControlField
              field={version}
              value={value['apiVersion']}
              path={child(ROOT, 'apiVersion')}
              label={version.title}
              base={ROOT}
              keep={ROOT}
            />
          )}
        </Section>
      )}
      {Object.keys(value).map((key) => {
        const known = schema.fields.get(key);
        const part = value[key];
        if (
          part === undefined ||
          (drawnElsewhere.has(key) && (known?.kind !== 'object' || objectOrNothing(part)))
        ) {
          return <Fragment key={key} />;
        }
        return (
          <PlainValue
            key={key}
            title={known?.title ?? key}
            why={
              key === 'status'
                ? 'The cluster writes this; what stands in a file has no effect.'
                : known
                  ? 'Istio expects fields here, so the form cannot edit this. Mend it in the YAML, or remove it.'
                  : `A ${kind} has no such part, so it has no effect. It stays in the file as it is.`
            }
            value={part}
            path={child(ROOT, key)}
            keep={ROOT}
          />
        );
      })}
      <AddFieldButton />
    </>
  );
}

function objectOrNothing(value: YamlMap[string] | undefined): boolean {
  return value === undefined || value === null || isMap(value);
}

function AddFieldButton() {
  const form = useForm();
  if (useLocked()) return null;
  return (
    <button
      type="button"
      className={styles.addField}
      aria-keyshortcuts="A"
      onClick={(event) => form.picker.set({ within: ROOT, anchor: event.currentTarget })}
    >
      <Plus size={13} aria-hidden="true" />
      Add field… <kbd>{formatKeys('A', isMac)}</kbd>
    </button>
  );
}
