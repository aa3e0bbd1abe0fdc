import { useState } from 'react';
import { MODELLED_KINDS, type ModelledKind } from '../../../istio/index.ts';
import { addResource, suggestionFor } from '../../commands/add.ts';
import { Choice, FormModal, LabelledField, TextField } from '../../controls/index.ts';
import { useSession, useSessionState } from '../../session.tsx';
import { kindPurpose } from './kindPurpose.ts';
import { resourceNameObjection } from './names.ts';
import type { DialogProps } from './types.ts';
import styles from './AddResourceDialog.module.css';

const isKind = (text: string | undefined): text is ModelledKind =>
  MODELLED_KINDS.some((kind) => kind === text);

/** Adds a resource of any kind, with its name, namespace and file. */
export function AddResourceDialog({ target, onClose }: DialogProps) {
  const session = useSession();
  const files = useSessionState((state) => state.workspace.files);
  const mesh = useSessionState((state) => state.analysis.mesh);
  const [kind, setKind] = useState<ModelledKind>(isKind(target) ? target : 'VirtualService');
  const [typed, setTyped] = useState<{ name?: string; namespace?: string; file?: string }>({});
  const { fresh, near, file: usual } = suggestionFor(session, kind, typed);
  const { name, namespace } = fresh;
  const file = typed.file ?? usual;
  const taken = mesh.resources.some(
    (other) => other.type === kind && other.namespace === namespace && other.name === name,
  );
  const nameError = taken ? `There is a ${kind} of this name in the namespace.` : resourceNameObjection(name);
  const namespaceError = namespace === '' ? null : resourceNameObjection(namespace);
  const paths = files.map(({ path }) => path);
  const ready = nameError === null && namespaceError === null;

  const submit = () => {
    if (addResource(session, kind, { ...typed, name, namespace, file })) onClose();
  };

  return (
    <FormModal title="Add a resource" submit="Add" ready={ready} onSubmit={submit} onClose={onClose}>
      <LabelledField label="Kind" hint={kindPurpose[kind]}>
        {(words) => (
          <Choice
            {...words}
            value={kind}
            options={MODELLED_KINDS.map((value) => ({ value, title: value }))}
            onChange={(next) => isKind(next) && setKind(next)}
          />
        )}
      </LabelledField>
      <div className={styles.pair}>
        <LabelledField label="Name" error={nameError}>
          {(words) => (
            <TextField
              {...words}
              value={name}
              onChange={(event) => setTyped({ ...typed, name: event.target.value.trim() })}
            />
          )}
        </LabelledField>
        <LabelledField label="Namespace" hint="Empty: as kubectl is set." error={namespaceError}>
          {(words) => (
            <TextField
              {...words}
              value={namespace}
              onChange={(event) => setTyped({ ...typed, namespace: event.target.value.trim() })}
            />
          )}
        </LabelledField>
      </div>
      <LabelledField
        label="File"
        hint={paths.includes(file) ? undefined : 'A new file, named and placed like those beside it.'}
      >
        {(words) => (
          <Choice
            {...words}
            value={file}
            options={(paths.includes(file) ? paths : [file, ...paths]).map((path) => ({
              value: path,
              title: path,
            }))}
            onChange={(path) => setTyped({ ...typed, file: path })}
          />
        )}
      </LabelledField>
      {near && (
        <p className={styles.near}>
          It is connected to what is selected: {near.kind} {near.name}.
        </p>
      )}
    </FormModal>
  );
}
