import { useRef, useState } from 'react';
import {
  SETTING_FIELDS,
  settingObjection,
  settingText,
  SETTINGS_FILE,
  settingsFileOf,
  writtenSettings,
  type SettingField,
} from '../../../istio/index.ts';
import { Button, FormModal } from '../../controls/index.ts';
import { useSession, useSessionState } from '../../session.tsx';
import type { DialogProps } from '../dialogs/types.ts';
import { showPane } from '../layout/showPane.ts';
import { SettingInput } from './SettingInput.tsx';
import { settingKey, settingsOperation, type Typed } from './changed.ts';
import styles from './SettingsDialog.module.css';

const isMesh = ({ path }: SettingField) => path[0] === 'meshConfig';
const groups = [
  { title: 'Workspace', fields: SETTING_FIELDS.filter((field) => !isMesh(field)) },
  { title: 'MeshConfig', fields: SETTING_FIELDS.filter(isMesh) },
];

/** What the workspace says of the mesh it is meant for: each setting a field, written into the settings file together. */
export function SettingsDialog({ target, onClose }: DialogProps) {
  const session = useSession();
  const files = useSessionState((state) => state.analysis.mesh.files);
  const [typed, setTyped] = useState<Typed>(new Map());
  const first = useRef<HTMLElement>(null);
  const written = writtenSettings(files);
  const file = settingsFileOf(files)?.path;
  const now = (field: SettingField) => typed.get(settingKey(field)) ?? settingText(field, written);
  const ready = SETTING_FIELDS.every((field) => settingObjection(field, now(field)) === null);

  const save = () => {
    const operation = settingsOperation(typed, written);
    if (!operation || session.dispatch({ type: 'operate', operation, origin: 'palette' })) onClose();
  };
  const show = () => {
    onClose();
    session.dispatch({ type: 'show-file', path: file ?? '' });
    showPane(session, 'yaml');
  };

  return (
    <FormModal
      title="Settings of this workspace"
      description={`Which mesh the files are meant for. Kept as text in ${file ?? SETTINGS_FILE}, beside your files, so that a repository and the command line have them too.`}
      wide
      onClose={onClose}
      initialFocus={first}
      submit="Save"
      ready={ready}
      onSubmit={save}
      aside={
        file !== undefined && (
          <Button look="quiet" onClick={show}>
            Show the file
          </Button>
        )
      }
    >
      {groups.map(({ title, fields }) => (
        <fieldset key={title} className={styles.group}>
          <legend className={styles.legend}>{title}</legend>
          {fields.map((field) => (
            <SettingInput
              key={settingKey(field)}
              field={field}
              text={now(field)}
              ref={settingKey(field) === (target ?? 'targetVersion') ? first : undefined}
              onChange={(text) => setTyped(new Map(typed).set(settingKey(field), text))}
            />
          ))}
        </fieldset>
      ))}
    </FormModal>
  );
}
