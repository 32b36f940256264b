import { Grid, Layout, Menu } from 'antd';
import { lazy, Suspense } from 'react';
import { Navigate, Route, Routes, useLocation, useNavigate } from 'react-router';
import type { Session } from '../api/queries.ts';
import { AlarmButton } from '../live/alarm-button.tsx';
import { useLive } from '../live/use-live.ts';
import type { GateProps } from '../sign-in/gate.tsx';
import { useSay } from '../texts.ts';
import { AccountMenu } from './account-menu.tsx';
import { LocaleButton } from './locale-button.tsx';
import { SECTIONS } from './sections.ts';

const PAGES = {
  '/': lazy(async () => ({ default: (await import('../today/today-page.tsx')).TodayPage })),
  '/conversations': lazy(async () => ({
    default: (await import('../conversations/conversations-page.tsx')).ConversationsPage,
  })),
  '/requests': lazy(async () => ({ default: (await import('../requests/requests-page.tsx')).RequestsPage })),
  '/knowledge': lazy(async () => ({ default: (await import('../knowledge/knowledge-page.tsx')).KnowledgePage })),
  '/figures': lazy(async () => ({ default: (await import('../figures/figures-page.tsx')).FiguresPage })),
  '/digests': lazy(async () => ({ default: (await import('../digests/digests-page.tsx')).DigestsPage })),
  '/people': lazy(async () => ({ default: (await import('../people/people-page.tsx')).PeoplePage })),
  '/hours': lazy(async () => ({ default: (await import('../hours/hours-page.tsx')).HoursPage })),
  '/channels': lazy(async () => ({ default: (await import('../channels/channels-page.tsx')).ChannelsPage })),
  '/report': lazy(async () => ({ default: (await import('../report/report-page.tsx')).ReportPage })),
  '/retention': lazy(async () => ({ default: (await import('../retention/retention-page.tsx')).RetentionPage })),
  '/keys': lazy(async () => ({ default: (await import('../keys/keys-page.tsx')).KeysPage })),
  '/record': lazy(async () => ({ default: (await import('../record/record-page.tsx')).RecordPage })),
};

interface FrameProps extends GateProps {
  readonly session: Session;
}

/** The console once somebody is in: header, the sections their roles work in, and the one that is open. */
export function Frame({ session, authority, locale, onLocale }: FrameProps) {
  const say = useSay();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  useLive();
  const may = new Set(session.may);
  const sections = SECTIONS.filter(({ needs }) => needs.some((action) => may.has(action)));
  const home = sections[0]?.path ?? '/';
  const open = sections.findLast(({ path }) => pathname === path || (path !== '/' && pathname.startsWith(`${path}/`)));
  const wide = Grid.useBreakpoint().lg !== false;
  const menu = (
    <nav aria-label={say('menu')}>
      <Menu
        mode={wide ? 'inline' : 'horizontal'}
        disabledOverflow
        selectedKeys={open ? [open.path] : []}
        onClick={({ key }) => navigate(key)}
        items={sections.map(({ path, name }) => ({ key: path, label: say(name) }))}
      />
    </nav>
  );
  return (
    <Layout className="frame">
      <a className="skip" href="#main">
        {say('skip')}
      </a>
      <Layout.Header className="header">
        <span className="header-title">
          {say('title')} <small>{authority}</small>
        </span>
        {may.has('conversation.list') && <AlarmButton />}
        <LocaleButton locale={locale} onLocale={onLocale} />
        <AccountMenu session={session} />
      </Layout.Header>
      {!wide && menu}
      <Layout>
        {wide && (
          <Layout.Sider width={200} theme="light">
            {menu}
          </Layout.Sider>
        )}
        <Layout.Content id="main" role="main" className="content">
          <Suspense fallback={<p role="status">{say('loading')}</p>}>
            <Routes>
              {sections.map(({ path }) => {
                const Open = PAGES[path as keyof typeof PAGES];
                return (
                  <Route
                    key={path}
                    path={path === '/' ? path : `${path}/*`}
                    element={<Open staff={session.staff} may={may} locale={locale} />}
                  />
                );
              })}
              <Route path="*" element={home === '/' ? <p>{say('nothing_here')}</p> : <Navigate to={home} replace />} />
            </Routes>
          </Suspense>
        </Layout.Content>
      </Layout>
    </Layout>
  );
}
