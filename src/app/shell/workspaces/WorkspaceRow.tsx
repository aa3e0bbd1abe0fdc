import { Copy, Pencil, Trash2 } from 'lucide-react';
import type { KeptWorkspace } from '../../../session/index.ts';
import { IconButton } from '../../controls/index.ts';
import { ago } from './ago.ts';
import { contents } from './words.ts';
import styles from './WorkspacesDialog.module.css';

interface WorkspaceRowProps {
  workspace: KeptWorkspace;
  now: number;
  isOpen: boolean;
  onOpen: () => void;
  onRename: () => void;
  onDuplicate: () => void;
  onDelete: () => void;
}

export function WorkspaceRow({ workspace, now, isOpen, ...on }: WorkspaceRowProps) {
  const { name, usedAt } = workspace;
  const details = `${contents(workspace)} · ${isOpen ? 'open now' : `used ${ago(usedAt, now)}`}`;
  return (
    <li className={isOpen ? `${styles.row} ${styles.open}` : styles.row}>
      <button
        type="button"
        className={styles.main}
        aria-current={isOpen}
        aria-label={`Open ${name}, ${details}`}
        onClick={on.onOpen}
      >
        <span className={styles.name}>{name}</span>
        <span className={styles.details}>{details}</span>
      </button>
      <IconButton label={`Rename ${name}`} onClick={on.onRename}>
        <Pencil size={14} aria-hidden />
      </IconButton>
      <IconButton label={`Duplicate ${name}`} onClick={on.onDuplicate}>
        <Copy size={14} aria-hidden />
      </IconButton>
      <IconButton label={`Delete ${name}`} onClick={on.onDelete}>
        <Trash2 size={14} aria-hidden />
      </IconButton>
    </li>
  );
}
