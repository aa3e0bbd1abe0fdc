import { Plus } from 'lucide-react';
import { memo } from 'react';
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
const VERSION = child(ROOT, 'apiVersion');

const NOT_FIELDS =
  'Istio expects fields here, so the form cannot edit this. Mend it in the YAML, or remove it.';

/** What the API server needs, and what the rest of the form draws. */
const drawnElsewhere = new Set(['spec', 'metadata', 'apiVersion', 'kind']);

/** All parts of a resource: its spec, its metadata, and whatever else is written in it. */
export const FormBody = memo(function FormBody({ value, kind }: { value: YamlMap; kind: string }) {
  const { schema } = useForm();
  const problems = useProblemsAt(ROOT);
  const specProblems = useProblemsAt(SPEC);
  const spec = schema.fields.get('spec');
  const metadata = schema.fields.get('metadata');
  const version = schema.fields.get('apiVersion');
  const others = Object.keys(value).filter((key) => !drawnElsewhere.has(key));
  return (
    <>
      <div className={styles.problems}>
        <FieldProblems problems={[...problems, ...(isFields(value['spec']) ? specProblems : [])]} />
      </div>
      {spec?.kind === 'object' &&
        (isFields(value['spec']) ? (
          <ObjectBody
            field={spec}
            value={value['spec']}
            path={SPEC}
            level="card"
            fieldBase={ROOT}
            sectionBase={SPEC}
          />
        ) : (
          <PlainValue
            title={spec.title}
            why={NOT_FIELDS}
            value={value['spec'] ?? null}
            path={SPEC}
            keep={ROOT}
          />
        ))}
      {metadata?.kind === 'object' &&
        (isFields(value['metadata']) ? (
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
                path={VERSION}
                label={version.title}
                base={ROOT}
                keep={ROOT}
              />
            )}
          </Section>
        ) : (
          <PlainValue
            title={metadata.title}
            why={NOT_FIELDS}
            value={value['metadata'] ?? null}
            path={METADATA}
            keep={ROOT}
          />
        ))}
      {others.map((key) => (
        <PlainValue
          key={key}
          title={schema.fields.get(key)?.title ?? key}
          why={
            key === 'status'
              ? 'The cluster writes this; what stands in a file has no effect.'
              : `A ${kind} has no such part, so it has no effect. It stays in the file as it is.`
          }
          value={value[key] ?? null}
          path={child(ROOT, key)}
          keep={ROOT}
        />
      ))}
      <AddFieldButton />
    </>
  );
});

/** Fields, or nothing yet. */
function isFields(value: YamlMap[string] | undefined): boolean {
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
