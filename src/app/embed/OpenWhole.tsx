import { ExternalLink } from 'lucide-react';
import { useState } from 'react';
import { Button, Modal, LabelledField, TextField } from '../controls/index.ts';
import { useSession } from '../session.tsx';
import { wholeLink } from './wholeLink.ts';
import styles from './EmbedView.module.css';

/** Leads to the whole page, with all as it is here. Where the page around allows no new tab, the link is there to be copied. */
export function OpenWhole() {
  const session = useSession();
  const [asked, setAsked] = useState<string | null>(null);
  const open = () => {
    const link = wholeLink(session.getState().workspace);
    // Asked for without `noopener`, because only so the answer says whether a tab was opened; it is this same page.
    if (link === null || window.open(link, '_blank') === null) setAsked(link ?? '');
  };
  return (
    <>
      <Button size="small" className={styles.open} onClick={open}>
        Open in Meshwright <ExternalLink size={13} aria-hidden />
      </Button>
      {asked !== null && (
        <Modal title="Open in Meshwright" onClose={() => setAsked(null)}>
          {asked ? (
            <LabelledField
              label="Link"
              hint="The page around lets this frame open no tab. Copy the link into a new one: it carries all files as they are here."
            >
              {(ids) => (
                <TextField {...ids} mono readOnly value={asked} onFocus={(event) => event.target.select()} />
              )}
            </LabelledField>
          ) : (
            <p>These files are too large for a link. Copy their YAML, and paste it into Meshwright.</p>
          )}
        </Modal>
      )}
    </>
  );
}
