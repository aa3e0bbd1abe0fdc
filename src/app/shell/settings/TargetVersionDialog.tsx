import { useId, useRef, useState } from 'react';
import { TARGET_VERSIONS } from '../../../istio/index.ts';
import { Button, Choice, LabelledField, Modal } from '../../controls/index.ts';
import { useSession, useSessionState } from '../../session.tsx';
import type { DialogProps } from '../dialogs/types.ts';

const options = TARGET_VERSIONS.toReversed().map((version) => ({
  value: version,
  title: `Istio ${version}`,
}));

/** Asks for the Istio version that the workspace is meant for, and writes it into the settings file. */
export function TargetVersionDialog({ onClose }: Pick<DialogProps, 'onClose'>) {
  const session = useSession();
  const now = useSessionState((state) => state.analysis.mesh.settings.targetVersion);
  const [version, setVersion] = useState<string>(now);
  const list = useRef<HTMLSelectElement>(null);
  const form = useId();
  const set = () => {
    const operation = { kind: 'set-setting', path: ['targetVersion'], value: version } as const;
    if (version === now || session.dispatch({ type: 'operate', operation, origin: 'palette' })) onClose();
  };
  return (
    <Modal
      title="Target Istio version"
      description="The Istio that these files are meant for. Forms, completion and problems follow it: fields that came later are not offered, and are marked where they are written."
      onClose={onClose}
      initialFocus={list}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" type="submit" form={form}>
            Set
          </Button>
        </>
      }
    >
      <form
        id={form}
        onSubmit={(event) => {
          event.preventDefault();
          set();
        }}
      >
        <LabelledField
          label="Istio version"
          hint="Kept as text in meshwright.config.yaml, beside your files."
        >
          {(words) => (
            <Choice {...words} ref={list} value={version} options={options} onChange={setVersion} />
          )}
        </LabelledField>
      </form>
    </Modal>
  );
}
