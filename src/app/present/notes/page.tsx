import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { NotesPage } from './NotesPage.tsx';

/** Draws the notes of a presentation in the place of the whole page. They open no workspace: the presenting tab has it. */
export function showNotes(root: HTMLElement, id: string): void {
  createRoot(root).render(
    <StrictMode>
      <NotesPage id={id} />
    </StrictMode>,
  );
}
