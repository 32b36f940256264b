import { NavLink, Route, Routes } from 'react-router';
import type { PageProps } from '../frame/page-props.ts';
import { useSay } from '../texts.ts';
import { DraftPage } from './draft-page.tsx';
import { DraftsPage } from './drafts-page.tsx';
import { EntriesPage } from './entries-page.tsx';
import { ImportPage } from './import-page.tsx';
import { LinksPage } from './links-page.tsx';
import { ListsPage } from './lists-page.tsx';
import { ReleasesPage } from './releases-page.tsx';
import { UnansweredPage } from './unanswered-page.tsx';

const PARTS = [
  { path: '/knowledge', name: 'unanswered' },
  { path: '/knowledge/entries', name: 'entries' },
  { path: '/knowledge/drafts', name: 'drafts' },
  { path: '/knowledge/releases', name: 'releases' },
  { path: '/knowledge/lists', name: 'lists' },
  { path: '/knowledge/import', name: 'import' },
  { path: '/knowledge/links', name: 'links' },
] as const;

/** What the bot answers from: what it could not answer, the entries, drafts on their way, and releases. */
export function KnowledgePage(props: PageProps) {
  const say = useSay();
  return (
    <>
      <nav aria-label={say('knowledge')} className="parts">
        {PARTS.map(({ path, name }) => (
          <NavLink key={path} to={path} end={path === '/knowledge'}>
            {say(`knowledge_${name}`)}
          </NavLink>
        ))}
      </nav>
      <Routes>
        <Route index element={<UnansweredPage />} />
        <Route path="entries" element={<EntriesPage />} />
        <Route path="drafts" element={<DraftsPage />} />
        <Route path="drafts/:id" element={<DraftPage {...props} />} />
        <Route path="lists" element={<ListsPage />} />
        <Route path="links" element={<LinksPage {...props} />} />
        <Route path="import" element={<ImportPage {...props} />} />
        <Route path="releases" element={<ReleasesPage {...props} />} />
      </Routes>
    </>
  );
}
