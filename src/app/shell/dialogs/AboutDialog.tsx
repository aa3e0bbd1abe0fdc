import { useCommand } from '../../commands/useCommand.ts';
import { Button, Modal } from '../../controls/index.ts';
import { OfflineWords } from '../../without-network/OfflineWords.tsx';
import { Licences } from './Licences.tsx';
import type { DialogProps } from './types.ts';
import styles from './AboutDialog.module.css';

/** What the app is, what it does with data, and whose work it stands on. */
export function AboutDialog({ onClose }: DialogProps) {
  const shortcuts = useCommand('help.shortcuts');
  return (
    <Modal title="About Meshwright" onClose={onClose} wide>
      <div className={styles.about}>
        <p>
          Meshwright {__APP_VERSION__} shows Istio traffic configuration as a picture, a form and YAML. The
          YAML is the truth: what you do in any of the three becomes a small change to the text, and the rest
          of the file stays as it was, to the byte.
        </p>
        <section>
          <h3>Your data</h3>
          <p>
            Everything happens in this browser. Nothing is sent anywhere: there is no server, no account and
            no measuring of use. Your work is kept in this browser’s storage until you clear it. Take it away
            with Export.
          </p>
        </section>
        <section>
          <h3>Without a network</h3>
          <OfflineWords />
        </section>
        <section>
          <h3>Keyboard</h3>
          <p className={styles.row}>
            Everything the mouse does, the keyboard does.
            <Button size="small" onClick={shortcuts.run}>
              Show the shortcuts
            </Button>
          </p>
        </section>
        <section>
          <h3>Licence</h3>
          <p>
            Meshwright is free software under the Apache License 2.0. It is not a part of the Istio project;
            Istio is a trademark of the Linux Foundation.
          </p>
        </section>
        <Licences />
      </div>
    </Modal>
  );
}
