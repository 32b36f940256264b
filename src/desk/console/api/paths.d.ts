/** Made from the desk's OpenAPI document by tools/write-console-client.ts. Do not edit. */
export type Refusal = {
  error: {
    code:
      | 'bad_input'
      | 'bad_host'
      | 'https_needed'
      | 'password_short'
      | 'password_guessable'
      | 'password_same'
      | 'roles_conflict'
      | 'unauthenticated'
      | 'wrong_credentials'
      | 'wrong_code'
      | 'forbidden'
      | 'bad_origin'
      | 'bad_token'
      | 'not_found'
      | 'already_enrolled'
      | 'taken'
      | 'name_taken'
      | 'event_refused'
      | 'changed'
      | 'report_changed'
      | 'hours_unsound'
      | 'answer_changed'
      | 'answer_decided'
      | 'draft_unsound'
      | 'draft_outdated'
      | 'answers_worse'
      | 'release_waits'
      | 'release_planned'
      | 'key_given'
      | 'file_unfit'
      | 'too_large'
      | 'not_json'
      | 'too_many'
      | 'failed'
      | 'stopping';
    message: string;
    hint: string;
    fields?: string[];
  };
};
export interface paths {
  '/accounts': {
    get: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          content: {
            'application/json': {
              accounts: {
                id: number;
                signInName: string;
                name: string;
                unit: number | null;
                roles: (
                  | 'registrar'
                  | 'handler'
                  | 'unit_head'
                  | 'secrecy_reviewer'
                  | 'approver'
                  | 'chat_agent'
                  | 'knowledge_editor'
                  | 'knowledge_publisher'
                  | 'administrator'
                  | 'auditor'
                )[];
                hasAuthenticator: boolean;
                oneTimeUntil: string | null;
                ssoSubject: string | null;
                disabledAt: string | null;
              }[];
            };
          };
        };
        default: { content: { 'application/json': Refusal } };
      };
    };
    post: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody: {
        content: {
          'application/json': {
            signInName: string;
            name: string;
            unit?: number | null;
            /**
             * @maxItems 10
             */
            roles: (
              | 'registrar'
              | 'handler'
              | 'unit_head'
              | 'secrecy_reviewer'
              | 'approver'
              | 'chat_agent'
              | 'knowledge_editor'
              | 'knowledge_publisher'
              | 'administrator'
              | 'auditor'
            )[];
          };
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              account: {
                id: number;
                signInName: string;
                name: string;
                unit: number | null;
                roles: (
                  | 'registrar'
                  | 'handler'
                  | 'unit_head'
                  | 'secrecy_reviewer'
                  | 'approver'
                  | 'chat_agent'
                  | 'knowledge_editor'
                  | 'knowledge_publisher'
                  | 'administrator'
                  | 'auditor'
                )[];
                hasAuthenticator: boolean;
                oneTimeUntil: string | null;
                ssoSubject: string | null;
                disabledAt: string | null;
              };
              oneTimePassword: string;
            };
          };
        };
        default: { content: { 'application/json': Refusal } };
      };
    };
  };
  '/accounts/{id}': {
    get: {
      parameters: { query?: never; header?: never; path: { id: number }; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          content: {
            'application/json': {
              id: number;
              signInName: string;
              name: string;
              unit: number | null;
              roles: (
                | 'registrar'
                | 'handler'
                | 'unit_head'
                | 'secrecy_reviewer'
                | 'approver'
                | 'chat_agent'
                | 'knowledge_editor'
                | 'knowledge_publisher'
                | 'administrator'
                | 'auditor'
              )[];
              hasAuthenticator: boolean;
              oneTimeUntil: string | null;
              ssoSubject: string | null;
              disabledAt: string | null;
            };
          };
        };
        default: { content: { 'application/json': Refusal } };
      };
    };
    patch: {
      parameters: { query?: never; header?: never; path: { id: number }; cookie?: never };
      requestBody: {
        content: {
          'application/json': {
            name?: string;
            unit?: number | null;
            /**
             * @maxItems 10
             */
            roles?: (
              | 'registrar'
              | 'handler'
              | 'unit_head'
              | 'secrecy_reviewer'
              | 'approver'
              | 'chat_agent'
              | 'knowledge_editor'
              | 'knowledge_publisher'
              | 'administrator'
              | 'auditor'
            )[];
            ssoSubject?: string | null;
          };
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              id: number;
              signInName: string;
              name: string;
              unit: number | null;
              roles: (
                | 'registrar'
                | 'handler'
                | 'unit_head'
                | 'secrecy_reviewer'
                | 'approver'
                | 'chat_agent'
                | 'knowledge_editor'
                | 'knowledge_publisher'
                | 'administrator'
                | 'auditor'
              )[];
              hasAuthenticator: boolean;
              oneTimeUntil: string | null;
              ssoSubject: string | null;
              disabledAt: string | null;
            };
          };
        };
        default: { content: { 'application/json': Refusal } };
      };
    };
  };
  '/accounts/{id}/disable': {
    post: {
      parameters: { query?: never; header?: never; path: { id: number }; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          content: {
            'application/json': {
              id: number;
              signInName: string;
              name: string;
              unit: number | null;
              roles: (
                | 'registrar'
                | 'handler'
                | 'unit_head'
                | 'secrecy_reviewer'
                | 'approver'
                | 'chat_agent'
                | 'knowledge_editor'
                | 'knowledge_publisher'
                | 'administrator'
                | 'auditor'
              )[];
              hasAuthenticator: boolean;
              oneTimeUntil: string | null;
              ssoSubject: string | null;
              disabledAt: string | null;
            };
          };
        };
        default: { content: { 'application/json': Refusal } };
      };
    };
  };
  '/accounts/{id}/enable': {
    post: {
      parameters: { query?: never; header?: never; path: { id: number }; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          content: {
            'application/json': {
              id: number;
              signInName: string;
              name: string;
              unit: number | null;
              roles: (
                | 'registrar'
                | 'handler'
                | 'unit_head'
                | 'secrecy_reviewer'
                | 'approver'
                | 'chat_agent'
                | 'knowledge_editor'
                | 'knowledge_publisher'
                | 'administrator'
                | 'auditor'
              )[];
              hasAuthenticator: boolean;
              oneTimeUntil: string | null;
              ssoSubject: string | null;
              disabledAt: string | null;
            };
          };
        };
        default: { content: { 'application/json': Refusal } };
      };
    };
  };
  '/accounts/{id}/reset': {
    post: {
      parameters: { query?: never; header?: never; path: { id: number }; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          content: {
            'application/json': {
              account: {
                id: number;
                signInName: string;
                name: string;
                unit: number | null;
                roles: (
                  | 'registrar'
                  | 'handler'
                  | 'unit_head'
                  | 'secrecy_reviewer'
                  | 'approver'
                  | 'chat_agent'
                  | 'knowledge_editor'
                  | 'knowledge_publisher'
                  | 'administrator'
                  | 'auditor'
                )[];
                hasAuthenticator: boolean;
                oneTimeUntil: string | null;
                ssoSubject: string | null;
                disabledAt: string | null;
              };
              oneTimePassword: string;
            };
          };
        };
        default: { content: { 'application/json': Refusal } };
      };
    };
  };
  '/answers': {
    get: {
      parameters: {
        query?: { state?: 'waiting' | 'released' | 'rejected'; most?: number };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: {
          content: {
            'application/json': {
              answers: {
                id: number;
                channel: string;
                state: 'waiting' | 'released' | 'rejected';
                subject: string;
                title: string | null;
                why: 'listed' | 'unsure';
                confidence: number;
                question: string | null;
                text: string;
                sources: string[];
                heldAt: string;
                version: number;
                editedBy: number | null;
                decidedBy: number | null;
                decidedAt: string | null;
              }[];
            };
          };
        };
        default: { content: { 'application/json': Refusal } };
      };
    };
  };
  '/answers/{id}': {
    put: {
      parameters: { query?: never; header?: never; path: { id: number }; cookie?: never };
      requestBody: {
        content: {
          'application/json': {
            version: number;
            text: string;
          };
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              id: number;
              channel: string;
              state: 'waiting' | 'released' | 'rejected';
              subject: string;
              title: string | null;
              why: 'listed' | 'unsure';
              confidence: number;
              question: string | null;
              text: string;
              sources: string[];
              heldAt: string;
              version: number;
              editedBy: number | null;
              decidedBy: number | null;
              decidedAt: string | null;
            };
          };
        };
        default: { content: { 'application/json': Refusal } };
      };
    };
  };
  '/answers/{id}/approve': {
    post: {
      parameters: { query?: never; header?: never; path: { id: number }; cookie?: never };
      requestBody: {
        content: {
          'application/json': {
            version: number;
          };
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              id: number;
              channel: string;
              state: 'waiting' | 'released' | 'rejected';
              subject: string;
              title: string | null;
              why: 'listed' | 'unsure';
              confidence: number;
              question: string | null;
              text: string;
              sources: string[];
              heldAt: string;
              version: number;
              editedBy: number | null;
              decidedBy: number | null;
              decidedAt: string | null;
            };
          };
        };
        default: { content: { 'application/json': Refusal } };
      };
    };
  };
  '/answers/{id}/reject': {
    post: {
      parameters: { query?: never; header?: never; path: { id: number }; cookie?: never };
      requestBody: {
        content: {
          'application/json': {
            version: number;
            text: string;
          };
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              id: number;
              channel: string;
              state: 'waiting' | 'released' | 'rejected';
              subject: string;
              title: string | null;
              why: 'listed' | 'unsure';
              confidence: number;
              question: string | null;
              text: string;
              sources: string[];
              heldAt: string;
              version: number;
              editedBy: number | null;
              decidedBy: number | null;
              decidedAt: string | null;
            };
          };
        };
        default: { content: { 'application/json': Refusal } };
      };
    };
  };
  '/audit': {
    get: {
      parameters: {
        query?: {
          event?:
            | 'authn_login_success'
            | 'authn_login_fail'
            | 'authn_login_fail_max'
            | 'authn_password_change'
            | 'authn_password_change_fail'
            | 'authn_token_created'
            | 'authn_token_revoked'
            | 'authz_fail'
            | 'authz_admin'
            | 'excess_rate_limit_exceeded'
            | 'privilege_permissions_changed'
            | 'sensitive_read'
            | 'sensitive_update'
            | 'session_created'
            | 'session_renewed'
            | 'session_expired'
            | 'session_ended'
            | 'sys_startup'
            | 'sys_shutdown'
            | 'user_created'
            | 'user_updated'
            | 'user_archived'
            | 'chat_account_linked'
            | 'chat_account_unlinked'
            | 'conversation_claimed'
            | 'conversation_forwarded'
            | 'conversation_handed_back'
            | 'conversation_ended'
            | 'conversation_returned'
            | 'answer_edited'
            | 'answer_released'
            | 'answer_rejected'
            | 'case_event'
            | 'knowledge_drafted'
            | 'knowledge_reviewed'
            | 'knowledge_published'
            | 'audit_export'
            | 'figures_export'
            | 'report_approved'
            | 'hours_changed'
            | 'retention_run'
            | 'key_rotation_started'
            | 'key_rotation_done';
          actor?: string;
          subject?: string;
          from?: string;
          to?: string;
          before?: number;
          most?: number;
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: {
          content: {
            'application/json': {
              entries: {
                seq: number;
                at: string;
                event: string;
                actor: string;
                subject: string;
                detail: {
                  [k: string]: string | number | boolean;
                };
                hash: string;
              }[];
              names: {
                [k: string]: string;
              };
            };
          };
        };
        default: { content: { 'application/json': Refusal } };
      };
    };
  };
  '/audit/export': {
    post: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody: {
        content: {
          'application/json': {
            event?:
              | 'authn_login_success'
              | 'authn_login_fail'
              | 'authn_login_fail_max'
              | 'authn_password_change'
              | 'authn_password_change_fail'
              | 'authn_token_created'
              | 'authn_token_revoked'
              | 'authz_fail'
              | 'authz_admin'
              | 'excess_rate_limit_exceeded'
              | 'privilege_permissions_changed'
              | 'sensitive_read'
              | 'sensitive_update'
              | 'session_created'
              | 'session_renewed'
              | 'session_expired'
              | 'session_ended'
              | 'sys_startup'
              | 'sys_shutdown'
              | 'user_created'
              | 'user_updated'
              | 'user_archived'
              | 'chat_account_linked'
              | 'chat_account_unlinked'
              | 'conversation_claimed'
              | 'conversation_forwarded'
              | 'conversation_handed_back'
              | 'conversation_ended'
              | 'conversation_returned'
              | 'answer_edited'
              | 'answer_released'
              | 'answer_rejected'
              | 'case_event'
              | 'knowledge_drafted'
              | 'knowledge_reviewed'
              | 'knowledge_published'
              | 'audit_export'
              | 'figures_export'
              | 'report_approved'
              | 'hours_changed'
              | 'retention_run'
              | 'key_rotation_started'
              | 'key_rotation_done';
            actor?: string;
            subject?: string;
            from?: string;
            to?: string;
            before?: number;
            most?: number;
          };
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              entries: {
                seq: number;
                at: string;
                event: string;
                actor: string;
                subject: string;
                detail: {
                  [k: string]: string | number | boolean;
                };
                hash: string;
              }[];
            };
          };
        };
        default: { content: { 'application/json': Refusal } };
      };
    };
  };
  '/audit/verification': {
    get: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          content: {
            'application/json':
              | {
                  holds: true;
                  entries: number;
                  head: string;
                }
              | {
                  holds: false;
                  at: number;
                  why: 'changed' | 'missing';
                };
          };
        };
        default: { content: { 'application/json': Refusal } };
      };
    };
  };
  '/canned-replies': {
    get: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          content: {
            'application/json': {
              replies: {
                title: string;
                text: string;
                id: number;
              }[];
            };
          };
        };
        default: { content: { 'application/json': Refusal } };
      };
    };
    post: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody: {
        content: {
          'application/json': {
            title: string;
            text: string;
          };
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              title: string;
              text: string;
              id: number;
            };
          };
        };
        default: { content: { 'application/json': Refusal } };
      };
    };
  };
  '/canned-replies/{id}': {
    put: {
      parameters: { query?: never; header?: never; path: { id: number }; cookie?: never };
      requestBody: {
        content: {
          'application/json': {
            title: string;
            text: string;
          };
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              title: string;
              text: string;
              id: number;
            };
          };
        };
        default: { content: { 'application/json': Refusal } };
      };
    };
    delete: {
      parameters: { query?: never; header?: never; path: { id: number }; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          content: {
            'application/json': {
              removed: boolean;
            };
          };
        };
        default: { content: { 'application/json': Refusal } };
      };
    };
  };
  '/channels': {
    get: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          content: {
            'application/json': {
              channels: {
                channel: string;
                configured: boolean;
                missing: string[];
                connected: boolean;
                why: string | null;
                lastMessageAt: string | null;
                pending: number;
                undelivered: number;
                setAside: number;
              }[];
            };
          };
        };
        default: { content: { 'application/json': Refusal } };
      };
    };
  };
  '/conversations': {
    get: {
      parameters: {
        query?: { state?: 'waiting' | 'open' | 'ended'; mine?: string; before?: number; most?: number };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: {
          content: {
            'application/json': {
              conversations: {
                id: number;
                channel: string;
                state: 'waiting' | 'open' | 'ended';
                topic: string;
                joinedAt: string;
                claimedBy: number | null;
                claimedAt: string | null;
                unit: number | null;
                endedAt: string | null;
                endedWhy: string | null;
                returnedAt: string | null;
                returnedFrom: number | null;
                lastLine: {
                  seq: number;
                  at: string;
                  from: 'citizen' | 'desk' | 'staff';
                  text: string;
                  writtenBy: number | null;
                  correctable: boolean;
                  versions: {
                    text: string;
                    replacedAt: string;
                  }[];
                  delivery: 'on_page' | 'waiting' | 'delivered' | 'undeliverable';
                  why: string | null;
                } | null;
              }[];
            };
          };
        };
        default: { content: { 'application/json': Refusal } };
      };
    };
  };
  '/conversations/{id}': {
    get: {
      parameters: { query?: { after?: number }; header?: never; path: { id: number }; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          content: {
            'application/json': {
              id: number;
              channel: string;
              state: 'waiting' | 'open' | 'ended';
              topic: string;
              joinedAt: string;
              claimedBy: number | null;
              claimedAt: string | null;
              unit: number | null;
              endedAt: string | null;
              endedWhy: string | null;
              returnedAt: string | null;
              returnedFrom: number | null;
              left: {
                message: string | null;
                contact: string | null;
              };
              lines: {
                seq: number;
                at: string;
                from: 'citizen' | 'desk' | 'staff';
                text: string;
                writtenBy: number | null;
                correctable: boolean;
                versions: {
                  text: string;
                  replacedAt: string;
                }[];
                delivery: 'on_page' | 'waiting' | 'delivered' | 'undeliverable';
                why: string | null;
              }[];
              notes: {
                id: number;
                writtenBy: number;
                text: string;
                at: string;
              }[];
              held: {
                id: number;
                text: string;
                files: {
                  id: string;
                  name: string;
                }[];
                dueAt: string;
                failedAt: string | null;
              }[];
            };
          };
        };
        default: { content: { 'application/json': Refusal } };
      };
    };
  };
  '/conversations/{id}/claim': {
    post: {
      parameters: { query?: never; header?: never; path: { id: number }; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          content: {
            'application/json': {
              id: number;
              channel: string;
              state: 'waiting' | 'open' | 'ended';
              topic: string;
              joinedAt: string;
              claimedBy: number | null;
              claimedAt: string | null;
              unit: number | null;
              endedAt: string | null;
              endedWhy: string | null;
              returnedAt: string | null;
              returnedFrom: number | null;
            };
          };
        };
        default: { content: { 'application/json': Refusal } };
      };
    };
  };
  '/conversations/{id}/end': {
    post: {
      parameters: { query?: never; header?: never; path: { id: number }; cookie?: never };
      requestBody: {
        content: {
          'application/json': {
            reason: string;
          };
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              id: number;
              channel: string;
              state: 'waiting' | 'open' | 'ended';
              topic: string;
              joinedAt: string;
              claimedBy: number | null;
              claimedAt: string | null;
              unit: number | null;
              endedAt: string | null;
              endedWhy: string | null;
              returnedAt: string | null;
              returnedFrom: number | null;
            };
          };
        };
        default: { content: { 'application/json': Refusal } };
      };
    };
  };
  '/conversations/{id}/files': {
    post: {
      parameters: { query?: never; header?: never; path: { id: number }; cookie?: never };
      requestBody: {
        content: {
          'application/json': {
            name: string;
            content: string;
          };
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              id: string;
              name: string;
              mediaType: string;
              bytes: number;
            };
          };
        };
        default: { content: { 'application/json': Refusal } };
      };
    };
  };
  '/conversations/{id}/forward': {
    post: {
      parameters: { query?: never; header?: never; path: { id: number }; cookie?: never };
      requestBody: {
        content: {
          'application/json': {
            to:
              | {
                  staff: number;
                }
              | {
                  unit: number;
                };
            context: string;
          };
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              id: number;
              channel: string;
              state: 'waiting' | 'open' | 'ended';
              topic: string;
              joinedAt: string;
              claimedBy: number | null;
              claimedAt: string | null;
              unit: number | null;
              endedAt: string | null;
              endedWhy: string | null;
              returnedAt: string | null;
              returnedFrom: number | null;
            };
          };
        };
        default: { content: { 'application/json': Refusal } };
      };
    };
  };
  '/conversations/{id}/hand-back': {
    post: {
      parameters: { query?: never; header?: never; path: { id: number }; cookie?: never };
      requestBody: {
        content: {
          'application/json': {
            reason: string;
          };
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              id: number;
              channel: string;
              state: 'waiting' | 'open' | 'ended';
              topic: string;
              joinedAt: string;
              claimedBy: number | null;
              claimedAt: string | null;
              unit: number | null;
              endedAt: string | null;
              endedWhy: string | null;
              returnedAt: string | null;
              returnedFrom: number | null;
            };
          };
        };
        default: { content: { 'application/json': Refusal } };
      };
    };
  };
  '/conversations/{id}/held': {
    post: {
      parameters: { query?: never; header?: never; path: { id: number }; cookie?: never };
      requestBody: {
        content: {
          'application/json': {
            text?: string;
            /**
             * @maxItems 5
             */
            files?: string[];
          };
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              id: number;
              dueAt: string;
            };
          };
        };
        default: { content: { 'application/json': Refusal } };
      };
    };
  };
  '/conversations/{id}/held/{held}': {
    delete: {
      parameters: { query?: never; header?: never; path: { id: number; held: number }; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          content: {
            'application/json': {
              undone: boolean;
            };
          };
        };
        default: { content: { 'application/json': Refusal } };
      };
    };
  };
  '/conversations/{id}/held/{held}/now': {
    post: {
      parameters: { query?: never; header?: never; path: { id: number; held: number }; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          content: {
            'application/json': {
              done: boolean;
            };
          };
        };
        default: { content: { 'application/json': Refusal } };
      };
    };
  };
  '/conversations/{id}/lines/{seq}': {
    put: {
      parameters: { query?: never; header?: never; path: { id: number; seq: number }; cookie?: never };
      requestBody: {
        content: {
          'application/json': {
            text: string;
          };
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              corrected: true;
            };
          };
        };
        default: { content: { 'application/json': Refusal } };
      };
    };
  };
  '/conversations/{id}/notes': {
    post: {
      parameters: { query?: never; header?: never; path: { id: number }; cookie?: never };
      requestBody: {
        content: {
          'application/json': {
            text: string;
          };
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              id: number;
              writtenBy: number;
              text: string;
              at: string;
            };
          };
        };
        default: { content: { 'application/json': Refusal } };
      };
    };
  };
  '/conversations/{id}/presence': {
    post: {
      parameters: { query?: never; header?: never; path: { id: number }; cookie?: never };
      requestBody: {
        content: {
          'application/json': {
            here?: boolean;
            typing?: boolean;
          };
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              others: {
                staff: number;
                typing: boolean;
              }[];
            };
          };
        };
        default: { content: { 'application/json': Refusal } };
      };
    };
  };
  '/conversations/{id}/replies': {
    post: {
      parameters: { query?: never; header?: never; path: { id: number }; cookie?: never };
      requestBody: {
        content: {
          'application/json': {
            text?: string;
            /**
             * @maxItems 5
             */
            files?: string[];
          };
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              lines: {
                seq: number;
                at: string;
              }[];
            };
          };
        };
        default: { content: { 'application/json': Refusal } };
      };
    };
  };
  '/conversations/{id}/take-over': {
    post: {
      parameters: { query?: never; header?: never; path: { id: number }; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          content: {
            'application/json': {
              id: number;
              channel: string;
              state: 'waiting' | 'open' | 'ended';
              topic: string;
              joinedAt: string;
              claimedBy: number | null;
              claimedAt: string | null;
              unit: number | null;
              endedAt: string | null;
              endedWhy: string | null;
              returnedAt: string | null;
              returnedFrom: number | null;
            };
          };
        };
        default: { content: { 'application/json': Refusal } };
      };
    };
  };
  '/conversations/{id}/unmask': {
    post: {
      parameters: { query?: never; header?: never; path: { id: number }; cookie?: never };
      requestBody: {
        content: {
          'application/json': {
            reason: string;
          };
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              message: string | null;
              contact: string | null;
            };
          };
        };
        default: { content: { 'application/json': Refusal } };
      };
    };
  };
  '/digests': {
    get: {
      parameters: { query?: { locale?: 'zh-CN' | 'en' }; header?: never; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          content: {
            'application/json': {
              digests: {
                name: string;
                kind: 'daily' | 'important' | 'due';
                year: number;
                number: number;
                day: string;
                madeAt: string;
                title: string;
                summary: string;
              }[];
            };
          };
        };
        default: { content: { 'application/json': Refusal } };
      };
    };
  };
  '/digests/{name}': {
    get: {
      parameters: { query?: { locale?: 'zh-CN' | 'en' }; header?: never; path: { name: string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          content: {
            'application/json': {
              name: string;
              kind: 'daily' | 'important' | 'due';
              year: number;
              number: number;
              day: string;
              madeAt: string;
              title: string;
              summary: string;
              parts: {
                heading: string;
                lines: string[];
              }[];
            };
          };
        };
        default: { content: { 'application/json': Refusal } };
      };
    };
  };
  '/digests/{name}/mail': {
    post: {
      parameters: { query?: never; header?: never; path: { name: string }; cookie?: never };
      requestBody: {
        content: {
          'application/json': {
            locale?: 'zh-CN' | 'en';
          };
        };
      };
      responses: {
        200: { content: { 'application/json': string } };
        default: { content: { 'application/json': Refusal } };
      };
    };
  };
  '/directory': {
    get: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          content: {
            'application/json': {
              units: {
                id: number;
                name: string;
              }[];
              staff: {
                id: number;
                name: string;
                unit: number | null;
              }[];
            };
          };
        };
        default: { content: { 'application/json': Refusal } };
      };
    };
  };
  '/figures': {
    get: {
      parameters: { query?: { from?: string; to?: string }; header?: never; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          content: {
            'application/json': {
              inquiries: number;
              conversations: number;
              containment: number | null;
              instead: number;
              deflected: number;
              unanswered: number | null;
              filed: number;
              answered: number;
              onTime: number | null;
              satisfied: number | null;
              firstReply: {
                many: number;
                median: number | null;
                ninetieth: number | null;
              };
              visitTotal: {
                many: number;
                median: number | null;
                ninetieth: number | null;
              };
              requestDays: {
                many: number;
                median: number | null;
                ninetieth: number | null;
              };
              byDay: {
                name: string;
                count: number;
              }[];
              byKind: {
                name: string;
                count: number;
              }[];
              referrals: {
                name: string;
                count: number;
              }[];
              topics: {
                kind: string;
                id: string;
                title: string;
                count: number;
              }[];
              ratings: {
                name: string;
                count: number;
              }[];
              inquiryMonths: {
                month: string;
                count: number;
                online: number | null;
                channels: {
                  name: string;
                  count: number;
                }[];
              }[];
              filedMonths: {
                month: string;
                count: number;
                online: number | null;
                channels: {
                  name: string;
                  count: number;
                }[];
              }[];
            };
          };
        };
        default: { content: { 'application/json': Refusal } };
      };
    };
  };
  '/figures/export': {
    post: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody: {
        content: {
          'application/json': {
            from?: string;
            to?: string;
            format: 'csv' | 'xlsx';
            locale?: 'zh-CN' | 'en';
          };
        };
      };
      responses: {
        200: { content: { 'application/json': string } };
        default: { content: { 'application/json': Refusal } };
      };
    };
  };
  '/follow-ups': {
    get: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          content: {
            'application/json': {
              followUps: {
                id: number;
                of: 'answer' | 'case';
                about: string;
                level: number;
                openedOn: string;
                dueOn: string;
                overdue: boolean;
              }[];
            };
          };
        };
        default: { content: { 'application/json': Refusal } };
      };
    };
  };
  '/follow-ups/{id}/close': {
    post: {
      parameters: { query?: never; header?: never; path: { id: number }; cookie?: never };
      requestBody: {
        content: {
          'application/json': {
            reason: string;
          };
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              closed: true;
            };
          };
        };
        default: { content: { 'application/json': Refusal } };
      };
    };
  };
  '/hours': {
    get: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          content: {
            'application/json': {
              version: number;
              own: boolean;
              assumed: boolean;
              changedBy: number | null;
              changedAt: string | null;
              teams: {
                /**
                 * The team, or the unit of the desk’s accounts that keeps these hours
                 */
                name: string;
                /**
                 * ISO weekdays, 1 is Monday; holidays and make-up working days come from the calendar
                 *
                 * @minItems 1
                 */
                days: number[];
                /**
                 * Several a day where there is a break at noon
                 *
                 * @minItems 1
                 */
                intervals: {
                  /**
                   * Time of day in China, HH:MM
                   */
                  from: string;
                  /**
                   * Time of day in China, HH:MM
                   */
                  to: string;
                }[];
                /**
                 * Items: Days on which other hours are kept: a training day, a counter open on a Saturday
                 */
                exceptions: {
                  /**
                   * Civil day, YYYY-MM-DD
                   */
                  from: string;
                  /**
                   * Last day; left out for a single day
                   */
                  to?: string;
                  /**
                   * Hours on these days whatever the calendar says; [] for closed
                   */
                  intervals: {
                    /**
                     * Time of day in China, HH:MM
                     */
                    from: string;
                    /**
                     * Time of day in China, HH:MM
                     */
                    to: string;
                  }[];
                  /**
                   * Why, for colleagues
                   */
                  why?: string;
                }[];
                next: {
                  open: boolean;
                  day: string;
                  from: string;
                } | null;
              }[];
            };
          };
        };
        default: { content: { 'application/json': Refusal } };
      };
    };
    put: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody: {
        content: {
          'application/json': {
            version: number;
            teams:
              | {
                  /**
                   * The team, or the unit of the desk’s accounts that keeps these hours
                   */
                  name: string;
                  /**
                   * ISO weekdays, 1 is Monday; holidays and make-up working days come from the calendar
                   *
                   * @minItems 1
                   */
                  days: number[];
                  /**
                   * Several a day where there is a break at noon
                   *
                   * @minItems 1
                   */
                  intervals: {
                    /**
                     * Time of day in China, HH:MM
                     */
                    from: string;
                    /**
                     * Time of day in China, HH:MM
                     */
                    to: string;
                  }[];
                  /**
                   * Items: Days on which other hours are kept: a training day, a counter open on a Saturday
                   */
                  exceptions?: {
                    /**
                     * Civil day, YYYY-MM-DD
                     */
                    from: string;
                    /**
                     * Last day; left out for a single day
                     */
                    to?: string;
                    /**
                     * Hours on these days whatever the calendar says; [] for closed
                     */
                    intervals: {
                      /**
                       * Time of day in China, HH:MM
                       */
                      from: string;
                      /**
                       * Time of day in China, HH:MM
                       */
                      to: string;
                    }[];
                    /**
                     * Why, for colleagues
                     */
                    why?: string;
                  }[];
                }[]
              | null;
          };
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              version: number;
              own: boolean;
              assumed: boolean;
              changedBy: number | null;
              changedAt: string | null;
              teams: {
                /**
                 * The team, or the unit of the desk’s accounts that keeps these hours
                 */
                name: string;
                /**
                 * ISO weekdays, 1 is Monday; holidays and make-up working days come from the calendar
                 *
                 * @minItems 1
                 */
                days: number[];
                /**
                 * Several a day where there is a break at noon
                 *
                 * @minItems 1
                 */
                intervals: {
                  /**
                   * Time of day in China, HH:MM
                   */
                  from: string;
                  /**
                   * Time of day in China, HH:MM
                   */
                  to: string;
                }[];
                /**
                 * Items: Days on which other hours are kept: a training day, a counter open on a Saturday
                 */
                exceptions: {
                  /**
                   * Civil day, YYYY-MM-DD
                   */
                  from: string;
                  /**
                   * Last day; left out for a single day
                   */
                  to?: string;
                  /**
                   * Hours on these days whatever the calendar says; [] for closed
                   */
                  intervals: {
                    /**
                     * Time of day in China, HH:MM
                     */
                    from: string;
                    /**
                     * Time of day in China, HH:MM
                     */
                    to: string;
                  }[];
                  /**
                   * Why, for colleagues
                   */
                  why?: string;
                }[];
                next: {
                  open: boolean;
                  day: string;
                  from: string;
                } | null;
              }[];
            };
          };
        };
        default: { content: { 'application/json': Refusal } };
      };
    };
  };
  '/keys': {
    get: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          content: {
            'application/json': {
              source: 'file' | 'given';
              mayRotate: boolean;
              rotating: boolean;
              keys: {
                id: string;
                state: 'current' | 'old' | 'first_format' | 'missing';
                values: number;
              }[];
            };
          };
        };
        default: { content: { 'application/json': Refusal } };
      };
    };
  };
  '/keys/rotation': {
    post: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          content: {
            'application/json': {
              started: true;
            };
          };
        };
        default: { content: { 'application/json': Refusal } };
      };
    };
  };
  '/knowledge/drafts': {
    get: {
      parameters: { query?: { ended?: string }; header?: never; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          content: {
            'application/json': {
              drafts: {
                id: number;
                title: string;
                path: string;
                list: string | null;
                entry: string | null;
                state: 'open' | 'review' | 'approved' | 'published' | 'dropped';
                version: number;
                createdBy: string;
                changedBy: string;
                changedAt: string;
                reviewedBy: string | null;
                release: string | null;
                from: string | null;
              }[];
            };
          };
        };
        default: { content: { 'application/json': Refusal } };
      };
    };
    post: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody: {
        content: {
          'application/json': {
            path: string;
            entry?: string;
            whole?: boolean;
          };
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              draft: number;
            };
          };
        };
        default: { content: { 'application/json': Refusal } };
      };
    };
  };
  '/knowledge/drafts/{id}': {
    get: {
      parameters: { query?: { locale?: 'zh-CN' | 'en' }; header?: never; path: { id: number }; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          content: {
            'application/json': {
              id: number;
              title: string;
              path: string;
              list: string | null;
              entry: string | null;
              state: 'open' | 'review' | 'approved' | 'published' | 'dropped';
              version: number;
              createdBy: string;
              changedBy: string;
              changedAt: string;
              reviewedBy: string | null;
              release: string | null;
              from: string | null;
              text: string;
              base: string;
              current: string | null;
              own: boolean;
              data: unknown;
              words: {
                note: string;
                values: {
                  name: string;
                  sample: string;
                }[];
              } | null;
              problems: {
                field: string;
                line: number;
                message: string;
                mend: string;
              }[];
              comments: {
                id: number;
                by: string;
                at: string;
                text: string;
              }[];
              trial: {
                asked: number | null;
                regressions: number;
                problems: {
                  file: string;
                  line: number;
                  message: string;
                  mend: string;
                }[];
                counts: {
                  [k: string]: number;
                };
                rows: {
                  question: string;
                  origin: 'tests' | 'phrasing';
                  change: string;
                  before: {
                    kind: string;
                    id: string | null;
                    confidence: number;
                    reply: string;
                  };
                  after: {
                    kind: string;
                    id: string | null;
                    confidence: number;
                    reply: string;
                  };
                  fault: string | null;
                  regression: boolean;
                }[];
              } | null;
            };
          };
        };
        default: { content: { 'application/json': Refusal } };
      };
    };
    put: {
      parameters: { query?: never; header?: never; path: { id: number }; cookie?: never };
      requestBody: {
        content: {
          'application/json': {
            version: number;
            title?: string;
            text?: string;
            data?: {
              [k: string]: unknown;
            };
            rebase?: boolean;
            locale?: 'zh-CN' | 'en';
          };
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              id: number;
              title: string;
              path: string;
              list: string | null;
              entry: string | null;
              state: 'open' | 'review' | 'approved' | 'published' | 'dropped';
              version: number;
              createdBy: string;
              changedBy: string;
              changedAt: string;
              reviewedBy: string | null;
              release: string | null;
              from: string | null;
              text: string;
              base: string;
              current: string | null;
              own: boolean;
              data: unknown;
              words: {
                note: string;
                values: {
                  name: string;
                  sample: string;
                }[];
              } | null;
              problems: {
                field: string;
                line: number;
                message: string;
                mend: string;
              }[];
              comments: {
                id: number;
                by: string;
                at: string;
                text: string;
              }[];
              trial: {
                asked: number | null;
                regressions: number;
                problems: {
                  file: string;
                  line: number;
                  message: string;
                  mend: string;
                }[];
                counts: {
                  [k: string]: number;
                };
                rows: {
                  question: string;
                  origin: 'tests' | 'phrasing';
                  change: string;
                  before: {
                    kind: string;
                    id: string | null;
                    confidence: number;
                    reply: string;
                  };
                  after: {
                    kind: string;
                    id: string | null;
                    confidence: number;
                    reply: string;
                  };
                  fault: string | null;
                  regression: boolean;
                }[];
              } | null;
            };
          };
        };
        default: { content: { 'application/json': Refusal } };
      };
    };
  };
  '/knowledge/drafts/{id}/comments': {
    post: {
      parameters: { query?: never; header?: never; path: { id: number }; cookie?: never };
      requestBody: {
        content: {
          'application/json': {
            text: string;
          };
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              kept: true;
            };
          };
        };
        default: { content: { 'application/json': Refusal } };
      };
    };
  };
  '/knowledge/drafts/{id}/drop': {
    post: {
      parameters: { query?: never; header?: never; path: { id: number }; cookie?: never };
      requestBody: {
        content: {
          'application/json': {
            version: number;
            reason: string;
          };
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              state: 'dropped';
            };
          };
        };
        default: { content: { 'application/json': Refusal } };
      };
    };
  };
  '/knowledge/drafts/{id}/publish': {
    post: {
      parameters: { query?: never; header?: never; path: { id: number }; cookie?: never };
      requestBody: {
        content: {
          'application/json': {
            version: number;
            at?: string;
            because?: string;
          };
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              release: string;
              from: string;
            };
          };
        };
        default: { content: { 'application/json': Refusal } };
      };
    };
  };
  '/knowledge/drafts/{id}/review': {
    post: {
      parameters: { query?: never; header?: never; path: { id: number }; cookie?: never };
      requestBody: {
        content: {
          'application/json': {
            version: number;
            approve: boolean;
            comment?: string;
          };
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              state: 'open' | 'approved';
            };
          };
        };
        default: { content: { 'application/json': Refusal } };
      };
    };
  };
  '/knowledge/drafts/{id}/submit': {
    post: {
      parameters: { query?: never; header?: never; path: { id: number }; cookie?: never };
      requestBody: {
        content: {
          'application/json': {
            version: number;
            locale?: 'zh-CN' | 'en';
          };
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              state: 'review';
            };
          };
        };
        default: { content: { 'application/json': Refusal } };
      };
    };
  };
  '/knowledge/drafts/{id}/trial': {
    post: {
      parameters: { query?: never; header?: never; path: { id: number }; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          content: {
            'application/json': {
              asked: number | null;
              regressions: number;
              problems: {
                file: string;
                line: number;
                message: string;
                mend: string;
              }[];
              counts: {
                [k: string]: number;
              };
              rows: {
                question: string;
                origin: 'tests' | 'phrasing';
                change: string;
                before: {
                  kind: string;
                  id: string | null;
                  confidence: number;
                  reply: string;
                };
                after: {
                  kind: string;
                  id: string | null;
                  confidence: number;
                  reply: string;
                };
                fault: string | null;
                regression: boolean;
              }[];
            };
          };
        };
        default: { content: { 'application/json': Refusal } };
      };
    };
  };
  '/knowledge/due': {
    get: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          content: {
            'application/json': {
              due: {
                path: string;
                id: string;
                title: string;
                why: 'review' | 'ends';
                on: string;
                overdue: boolean;
              }[];
            };
          };
        };
        default: { content: { 'application/json': Refusal } };
      };
    };
  };
  '/knowledge/entries': {
    get: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          content: {
            'application/json': {
              entries: {
                path: string;
                list: string | null;
                id: string;
                title: string;
                topic: string;
                review: string | null;
                until: string | null;
                sound: string;
                phrasings: string[];
              }[];
            };
          };
        };
        default: { content: { 'application/json': Refusal } };
      };
    };
  };
  '/knowledge/import/law': {
    post: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody: {
        content: {
          'application/json': {
            content: string;
            was?: string;
            law?: string;
            locale?: 'zh-CN' | 'en';
          };
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              refused: {
                message: string;
                mend: string;
              } | null;
              articles: {
                article: number;
                text: string;
              }[];
              changes: {
                article: number;
                change: 'added' | 'removed' | 'changed' | 'moved';
                to?: number;
              }[];
              citing: {
                kind: 'answer' | 'matter' | 'list' | 'retention' | 'regime' | 'document';
                id: string;
                title: string;
                article: number;
              }[];
            };
          };
        };
        default: { content: { 'application/json': Refusal } };
      };
    };
  };
  '/knowledge/import/report': {
    post: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody: {
        content: {
          'application/json': {
            content?: string;
            text?: string;
            name?: string;
            locale?: 'zh-CN' | 'en';
          };
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              refused: {
                message: string;
                mend: string;
              } | null;
              notes: {
                message: string;
                mend: string;
              }[];
              authority: string | null;
              year: number | null;
              form: ('2019' | '2021' | 'free-text') | null;
              sections: {
                number: string;
                heading: string;
              }[];
              figures: {
                metric: string;
                value: number | string;
                unit: string;
                approximate: boolean;
                section: string | null;
                quote: string;
                as: string | null;
                line: number;
                offset: number;
                from: string;
              }[];
              checked: number;
              mismatches: {
                about: string;
                difference: number;
                lines: number[];
              }[];
              metrics: {
                id: string;
                metric: string;
              }[];
              own: boolean;
            };
          };
        };
        default: { content: { 'application/json': Refusal } };
      };
    };
  };
  '/knowledge/import/report/compare': {
    post: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody: {
        content: {
          'application/json': {
            own: boolean;
            authority: string;
            year: number;
            /**
             * @maxItems 2000
             */
            figures: {
              metric: string;
              value: number | string;
              unit: string;
              approximate: boolean;
              section: string | null;
              quote: string;
              as: string | null;
            }[];
          };
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              figures: {
                state: 'new' | 'same' | 'changed';
                standing: {
                  metric: string;
                  value: number | string;
                  unit: string;
                  approximate: boolean;
                  section: string | null;
                  quote: string;
                  id: string;
                } | null;
              }[];
              lacking: {
                metric: string;
                value: number | string;
                unit: string;
                approximate: boolean;
                section: string | null;
                quote: string;
                id: string;
              }[];
            };
          };
        };
        default: { content: { 'application/json': Refusal } };
      };
    };
  };
  '/knowledge/import/report/draft': {
    post: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody: {
        content: {
          'application/json': {
            own: boolean;
            authority: string;
            year: number;
            title: string;
            signed: string;
            published: string;
            url: string | null;
            /**
             * @maxItems 200
             */
            sections: {
              number: string;
              heading: string;
            }[];
            /**
             * @maxItems 2000
             */
            figures: {
              metric: string;
              value: number | string;
              unit: string;
              approximate: boolean;
              section: string | null;
              quote: string;
              as: string | null;
              replaces?: string | null;
            }[];
            /**
             * @maxItems 2000
             */
            drop?: string[];
            locale?: 'zh-CN' | 'en';
          };
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              draft: number;
            };
          };
        };
        default: { content: { 'application/json': Refusal } };
      };
    };
  };
  '/knowledge/import/table': {
    post: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody: {
        content: {
          'application/json': {
            of: 'authorities' | 'matters';
            content: string;
            locale?: 'zh-CN' | 'en';
          };
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              draft: number | null;
              refused: {
                message: string;
                mend: string;
              } | null;
              notes: {
                message: string;
                mend: string;
              }[];
              rows: {
                message: string;
                mend: string;
                row: number;
                column: number | null;
                heading: string;
              }[];
              added: number;
              changed: number;
              same: number;
              ignored: string[];
            };
          };
        };
        default: { content: { 'application/json': Refusal } };
      };
    };
  };
  '/knowledge/laws': {
    get: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          content: {
            'application/json': {
              laws: {
                id: string;
                title: string;
                from: string;
              }[];
            };
          };
        };
        default: { content: { 'application/json': Refusal } };
      };
    };
  };
  '/knowledge/links': {
    get: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          content: {
            'application/json': {
              running: boolean;
              total: number;
              checked: number;
              lastAt: string | null;
              ill: {
                url: string;
                places: string[];
                state: 'alive' | 'dead' | 'unsure' | 'refused' | 'waiting';
                why: string;
                checkedAt: string | null;
              }[];
            };
          };
        };
        default: { content: { 'application/json': Refusal } };
      };
    };
  };
  '/knowledge/links/check': {
    post: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          content: {
            'application/json': {
              started: boolean;
            };
          };
        };
        default: { content: { 'application/json': Refusal } };
      };
    };
  };
  '/knowledge/lists': {
    get: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          content: {
            'application/json': {
              published: number;
              overdue: number;
              byType: {
                name: string;
                count: number;
              }[];
              byChannel: {
                name: string;
                count: number;
              }[];
              items: {
                id: string;
                title: string;
                type: string;
                columns: string[];
                channels: string[];
                maker: string;
                publisher: string;
                due: string | null;
                published: string | null;
                standing: 'published' | 'due' | 'overdue' | 'undated';
              }[];
              columns: {
                id: string;
                title: string;
                items: number;
              }[];
              proposals: {
                year: number;
                received: number;
                lead: number;
                joint: number;
                handledShare: number;
                repliedShare: number;
                contentShare: number | null;
                solvedShare: number | null;
                published: number;
              }[];
              policies: {
                id: string;
                title: string;
                url: string;
                interpretations: string[];
              }[];
            };
          };
        };
        default: { content: { 'application/json': Refusal } };
      };
    };
  };
  '/knowledge/preview': {
    post: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody: {
        content: {
          'application/json': {
            path: string;
            text?: string;
            data?: {
              [k: string]: unknown;
            };
            entry?: string;
            locale?: 'zh-CN' | 'en';
          };
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              previews: {
                channel: string;
                parts: {
                  text: string;
                  buttons: string[];
                }[];
              }[];
            };
          };
        };
        default: { content: { 'application/json': Refusal } };
      };
    };
  };
  '/knowledge/preview/file': {
    post: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody: {
        content: {
          'application/json': {
            path: string;
            text?: string;
            data?: {
              [k: string]: unknown;
            };
            version?: string;
            format?: 'pdf' | 'docx';
          };
        };
      };
      responses: {
        200: { content: { 'application/json': string } };
        default: { content: { 'application/json': Refusal } };
      };
    };
  };
  '/knowledge/releases': {
    get: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          content: {
            'application/json': {
              served: string | null;
              previous: string | null;
              releases: {
                hash: string;
                madeAt: string;
                madeBy: string;
                note: string | null;
              }[];
              publications: {
                seq: number;
                release: string;
                from: string;
                publishedAt: string;
                by: string;
                why: string | null;
                because: string | null;
              }[];
            };
          };
        };
        default: { content: { 'application/json': Refusal } };
      };
    };
  };
  '/knowledge/releases/{hash}/publish': {
    post: {
      parameters: { query?: never; header?: never; path: { hash: string }; cookie?: never };
      requestBody: {
        content: {
          'application/json': {
            at?: string;
            because?: string;
            why?: string;
          };
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              release: string;
              from: string;
            };
          };
        };
        default: { content: { 'application/json': Refusal } };
      };
    };
  };
  '/knowledge/releases/{hash}/trial': {
    post: {
      parameters: { query?: never; header?: never; path: { hash: string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          content: {
            'application/json': {
              asked: number | null;
              regressions: number;
              problems: {
                file: string;
                line: number;
                message: string;
                mend: string;
              }[];
              counts: {
                [k: string]: number;
              };
              rows: {
                question: string;
                origin: 'tests' | 'phrasing';
                change: string;
                before: {
                  kind: string;
                  id: string | null;
                  confidence: number;
                  reply: string;
                };
                after: {
                  kind: string;
                  id: string | null;
                  confidence: number;
                  reply: string;
                };
                fault: string | null;
                regression: boolean;
              }[];
            };
          };
        };
        default: { content: { 'application/json': Refusal } };
      };
    };
  };
  '/knowledge/roll-back': {
    post: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody: {
        content: {
          'application/json': {
            reason: string;
            served: string;
          };
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              release: string;
              from: string;
            };
          };
        };
        default: { content: { 'application/json': Refusal } };
      };
    };
  };
  '/knowledge/unanswered': {
    get: {
      parameters: {
        query?: { from?: string; to?: string; settled?: string };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: {
          content: {
            'application/json': {
              asked: number;
              more: boolean;
              clusters: {
                example: string;
                times: number;
                poor: number;
                channels: string[];
                lastAt: string;
                nearest: string | null;
                draft: number | null;
                settled: ('dismissed' | 'drafted') | null;
                fingerprints: string[];
                questions: string[];
              }[];
            };
          };
        };
        default: { content: { 'application/json': Refusal } };
      };
    };
  };
  '/knowledge/unanswered/dismiss': {
    post: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody: {
        content: {
          'application/json': {
            /**
             * @minItems 1
             * @maxItems 200
             */
            fingerprints: string[];
            reason: string;
          };
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              settled: number;
            };
          };
        };
        default: { content: { 'application/json': Refusal } };
      };
    };
  };
  '/knowledge/unanswered/draft': {
    post: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody: {
        content: {
          'application/json': {
            /**
             * @minItems 1
             * @maxItems 200
             */
            fingerprints: string[];
            path: string;
            entry?: string;
          };
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              draft: number;
            };
          };
        };
        default: { content: { 'application/json': Refusal } };
      };
    };
  };
  '/reports/{year}': {
    get: {
      parameters: { query?: { asOf?: string }; header?: never; path: { year: number }; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          content: {
            'application/json': {
              year: number;
              title: string;
              asOf: string;
              preview: boolean;
              sections: {
                heading: string;
                parts: (
                  | {
                      id: string;
                      label: string;
                      text: string | null;
                      pattern: string | null;
                      lacks: {
                        id: string;
                        label: string;
                      }[];
                      write: string | null;
                      before: {
                        label: string;
                        text: string;
                      }[];
                    }
                  | {
                      table: '二' | '三' | '四';
                    }
                )[];
              }[];
              tableTwo: {
                id: string;
                label: string;
                item: string;
                columns: string[];
                values: (number | null)[];
              }[];
              figures: {
                id: string;
                label: string;
                unit: string;
                value: number | null;
              }[];
              three: {
                columns: string[];
                rows: string[];
                ids: string[];
                values: number[][];
              };
              four: {
                columns: string[];
                rows: string[];
                ids: string[];
                values: number[][];
              };
              gaps: string[];
              mismatches: {
                about: string;
                left: string;
                right: string;
              }[];
              checked: number;
              entered: {
                texts: {
                  [k: string]: string;
                };
                figures: {
                  [k: string]: number;
                };
                tableTwo: {
                  /**
                   * @maxItems 3
                   */
                  [k: string]: (number | null)[];
                };
              };
              version: number;
              hash: string;
              approvedAt: string | null;
              approvedBy: string | null;
              hindrance: {
                'zh-CN': string;
                en: string;
              } | null;
            };
          };
        };
        default: { content: { 'application/json': Refusal } };
      };
    };
    put: {
      parameters: { query?: never; header?: never; path: { year: number }; cookie?: never };
      requestBody: {
        content: {
          'application/json': {
            version: number;
            entered: {
              texts: {
                [k: string]: string;
              };
              figures: {
                [k: string]: number;
              };
              tableTwo: {
                /**
                 * @maxItems 3
                 */
                [k: string]: (number | null)[];
              };
            };
          };
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              version: number;
            };
          };
        };
        default: { content: { 'application/json': Refusal } };
      };
    };
  };
  '/reports/{year}/approve': {
    post: {
      parameters: { query?: never; header?: never; path: { year: number }; cookie?: never };
      requestBody: {
        content: {
          'application/json': {
            hash: string;
          };
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              approvedAt: string;
            };
          };
        };
        default: { content: { 'application/json': Refusal } };
      };
    };
  };
  '/reports/{year}/cases': {
    get: {
      parameters: {
        query: { asOf?: string; row: string; column: string };
        header?: never;
        path: { year: number };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: {
          content: {
            'application/json': {
              requests: string[];
            };
          };
        };
        default: { content: { 'application/json': Refusal } };
      };
    };
  };
  '/reports/{year}/file': {
    post: {
      parameters: { query?: never; header?: never; path: { year: number }; cookie?: never };
      requestBody: {
        content: {
          'application/json': {
            format: 'html' | 'docx' | 'pdf' | 'csv' | 'json' | 'outline.html' | 'outline.svg' | 'outline.png';
            asOf?: string;
          };
        };
      };
      responses: {
        200: { content: { 'application/json': string } };
        default: { content: { 'application/json': Refusal } };
      };
    };
  };
  '/requests': {
    get: {
      parameters: {
        query?: { number?: string; state?: string; after?: string; most?: number; order?: 'newest' | 'due' };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: {
          content: {
            'application/json': {
              requests: {
                number: string;
                state: string;
                channel: string;
                filedOn: string;
                receivedOn: string | null;
                dueOn: string | null;
                dueProvisional: boolean;
                standing: {
                  title: string;
                  en: string;
                };
                workdaysLeft: number | null;
                about?: string;
                applicant?: string | null;
                name?: string | null;
              }[];
            };
          };
        };
        default: { content: { 'application/json': Refusal } };
      };
    };
  };
  '/requests/search': {
    post: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody: {
        content: {
          'application/json':
            | {
                name: string;
              }
            | {
                phone: string;
              };
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              requests: {
                number: string;
                state: string;
                channel: string;
                filedOn: string;
                receivedOn: string | null;
                dueOn: string | null;
                dueProvisional: boolean;
                standing: {
                  title: string;
                  en: string;
                };
                workdaysLeft: number | null;
                about?: string;
                applicant?: string | null;
                name?: string | null;
              }[];
            };
          };
        };
        default: { content: { 'application/json': Refusal } };
      };
    };
  };
  '/requests/{number}': {
    get: {
      parameters: { query?: never; header?: never; path: { number: string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          content: {
            'application/json': {
              number: string;
              state: string;
              channel: string;
              filedOn: string;
              receivedOn: string | null;
              dueOn: string | null;
              dueProvisional: boolean;
              description?: string;
              provision?: string | null;
              applicant?: string | null;
              documentKind?: string | null;
              delivery?: string | null;
              personal?: {
                name?: string;
                documentNumber?: string;
                contactName?: string;
                phone?: string;
                email?: string;
                address?: string;
              };
              readdressed?: {
                authority: string;
                on: string;
                number: string | null;
              } | null;
              carriedFrom?: {
                authority: string;
                number: string;
              } | null;
              attachments?: {
                id: string;
                name: string;
                mediaType: string;
                size: number;
                scan: 'clean' | 'unscanned';
                on: string;
              }[];
              standing: {
                title: string;
                en: string;
              };
              events: {
                seq: number;
                on: string;
                kind: string;
                title: string;
                en: string;
                by: string;
              }[];
              written?: {
                seq: number;
                title: string;
                en: string;
                text: string;
              }[];
              clocks: {
                id: string;
                title: string;
                en: string;
                startOn: string;
                due: string;
                provisional: boolean;
                stoppedOn: string | null;
              }[];
            };
          };
        };
        default: { content: { 'application/json': Refusal } };
      };
    };
  };
  '/requests/{number}/actions': {
    get: {
      parameters: { query?: never; header?: never; path: { number: string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          content: {
            'application/json': {
              version: number;
              actions: {
                event: string;
                title: string;
                en: string;
                fields: {
                  id: string;
                  title: string;
                  en: string;
                  type: string;
                  required: boolean;
                  choices: {
                    id: string;
                    title: string;
                    en: string;
                  }[];
                  most?: number;
                }[];
                usual: boolean;
                sends: boolean;
                possible: boolean;
                why: {
                  'zh-CN': string;
                  en: string;
                } | null;
              }[];
            };
          };
        };
        default: { content: { 'application/json': Refusal } };
      };
    };
  };
  '/requests/{number}/attachments/{id}': {
    post: {
      parameters: { query?: never; header?: never; path: { number: string; id: string }; cookie?: never };
      requestBody: {
        content: {
          'application/json': {
            reason: string;
          };
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              name: string;
              mediaType: string;
              content: string;
            };
          };
        };
        default: { content: { 'application/json': Refusal } };
      };
    };
  };
  '/requests/{number}/events': {
    post: {
      parameters: { query?: never; header?: never; path: { number: string }; cookie?: never };
      requestBody: {
        content: {
          'application/json': {
            event: string;
            fields?: {
              [k: string]: string | number;
            };
            version: number;
          };
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              state: string;
              version: number;
            };
          };
        };
        default: { content: { 'application/json': Refusal } };
      };
    };
  };
  '/requests/{number}/held': {
    get: {
      parameters: { query?: never; header?: never; path: { number: string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          content: {
            'application/json': {
              held: {
                id: number;
                event: string;
                dueAt: string;
                failed: {
                  'zh-CN': string;
                  en: string;
                } | null;
              }[];
            };
          };
        };
        default: { content: { 'application/json': Refusal } };
      };
    };
    post: {
      parameters: { query?: never; header?: never; path: { number: string }; cookie?: never };
      requestBody: {
        content: {
          'application/json': {
            event: string;
            fields?: {
              [k: string]: string | number;
            };
            version: number;
          };
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              id: number;
              dueAt: string;
            };
          };
        };
        default: { content: { 'application/json': Refusal } };
      };
    };
  };
  '/requests/{number}/held/{id}': {
    delete: {
      parameters: { query?: never; header?: never; path: { number: string; id: number }; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          content: {
            'application/json': {
              undone: boolean;
            };
          };
        };
        default: { content: { 'application/json': Refusal } };
      };
    };
  };
  '/requests/{number}/held/{id}/now': {
    post: {
      parameters: { query?: never; header?: never; path: { number: string; id: number }; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          content: {
            'application/json': {
              done: boolean;
            };
          };
        };
        default: { content: { 'application/json': Refusal } };
      };
    };
  };
  '/requests/{number}/papers': {
    get: {
      parameters: { query?: never; header?: never; path: { number: string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          content: {
            'application/json': {
              papers: {
                seq: number;
                kind: string;
                title: string;
                number: string | null;
                madeAt: string;
                madeBy: string;
                releasedAt: string | null;
                text: string;
              }[];
            };
          };
        };
        default: { content: { 'application/json': Refusal } };
      };
    };
  };
  '/requests/{number}/papers/{seq}/file': {
    post: {
      parameters: { query?: never; header?: never; path: { number: string; seq: number }; cookie?: never };
      requestBody: {
        content: {
          'application/json': {
            reason: string;
          };
        };
      };
      responses: {
        200: { content: { 'application/json': string } };
        default: { content: { 'application/json': Refusal } };
      };
    };
  };
  '/requests/{number}/presence': {
    post: {
      parameters: { query?: never; header?: never; path: { number: string }; cookie?: never };
      requestBody: {
        content: {
          'application/json': {
            here?: boolean;
            typing?: boolean;
          };
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              others: {
                staff: number;
                typing: boolean;
              }[];
            };
          };
        };
        default: { content: { 'application/json': Refusal } };
      };
    };
  };
  '/requests/{number}/preview': {
    post: {
      parameters: { query?: never; header?: never; path: { number: string }; cookie?: never };
      requestBody: {
        content: {
          'application/json': {
            event: string;
            fields?: {
              [k: string]: string | number;
            };
          };
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              documents: {
                title: string;
                text: string;
              }[];
              why: {
                'zh-CN': string;
                en: string;
              } | null;
            };
          };
        };
        default: { content: { 'application/json': Refusal } };
      };
    };
  };
  '/requests/{number}/related': {
    get: {
      parameters: { query?: never; header?: never; path: { number: string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          content: {
            'application/json': {
              earlier: {
                number: string;
                state: string;
                filedOn: string;
                outcome: string | null;
                about: string;
                alike: number;
              }[];
              published: {
                id: string;
                title: string;
              }[];
              authority: {
                name: string;
                why: string;
                phone: string | null;
                address: string | null;
              } | null;
            };
          };
        };
        default: { content: { 'application/json': Refusal } };
      };
    };
  };
  '/requests/{number}/unmask': {
    post: {
      parameters: { query?: never; header?: never; path: { number: string }; cookie?: never };
      requestBody: {
        content: {
          'application/json': {
            reason: string;
          };
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              personal: {
                name?: string;
                documentNumber?: string;
                contactName?: string;
                phone?: string;
                email?: string;
                address?: string;
              };
              description: string;
            };
          };
        };
        default: { content: { 'application/json': Refusal } };
      };
    };
  };
  '/retention': {
    get: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          content: {
            'application/json': {
              due: {
                data:
                  | 'drafts'
                  | 'conversations'
                  | 'visits'
                  | 'unanswered'
                  | 'handOvers'
                  | 'inbox'
                  | 'attempts'
                  | 'requests'
                  | 'documents'
                  | 'attachments'
                  | 'ratings'
                  | 'followUps'
                  | 'holds'
                  | 'accessLog'
                  | 'spool'
                  | 'audit';
                action: 'erase' | 'anonymise' | 'keep';
                keep: string | null;
                before: string | null;
                due: number;
                oldest: string | null;
              }[];
              holds: {
                number: string;
                placedBy: string;
                placedAt: string;
              }[];
              proofs: {
                id: number;
                data: string;
                action: string;
                many: number;
                oldest: string;
                newest: string;
                keysHash: string;
                at: string;
                by: string;
              }[];
            };
          };
        };
        default: { content: { 'application/json': Refusal } };
      };
    };
  };
  '/retention/run': {
    post: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          content: {
            'application/json': {
              many: number;
              more: boolean;
            };
          };
        };
        default: { content: { 'application/json': Refusal } };
      };
    };
  };
  '/session': {
    post: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody: {
        content: {
          'application/json': {
            name: string;
            password: string;
          };
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              stage: 'code' | 'password' | 'enrol' | 'full';
              csrfToken: string;
              staff: {
                id: number;
                name: string;
                signInName: string;
                unit: number | null;
                roles: (
                  | 'registrar'
                  | 'handler'
                  | 'unit_head'
                  | 'secrecy_reviewer'
                  | 'approver'
                  | 'chat_agent'
                  | 'knowledge_editor'
                  | 'knowledge_publisher'
                  | 'administrator'
                  | 'auditor'
                )[];
                hasAuthenticator: boolean;
              };
              may: (
                | 'api.describe'
                | 'session.start'
                | 'session.code'
                | 'session.enrol'
                | 'session.read'
                | 'session.password'
                | 'session.end'
                | 'session.end_all'
                | 'session.chat_code'
                | 'directory.read'
                | 'events.follow'
                | 'account.list'
                | 'account.create'
                | 'account.read'
                | 'account.rights'
                | 'account.reset'
                | 'account.disable'
                | 'account.enable'
                | 'unit.create'
                | 'unit.rename'
                | 'channel.list'
                | 'hours.read'
                | 'hours.write'
                | 'retention.read'
                | 'retention.run'
                | 'keys.read'
                | 'keys.rotate'
                | 'audit.read'
                | 'audit.verify'
                | 'audit.export'
                | 'figures.read'
                | 'figures.export'
                | 'report.read'
                | 'report.write'
                | 'report.approve'
                | 'conversation.list'
                | 'conversation.read'
                | 'conversation.unmask'
                | 'conversation.claim'
                | 'conversation.take_over'
                | 'conversation.reply'
                | 'conversation.note'
                | 'conversation.present'
                | 'conversation.forward'
                | 'conversation.hand_back'
                | 'conversation.end'
                | 'answer.list'
                | 'answer.approve'
                | 'answer.edit'
                | 'answer.reject'
                | 'canned.list'
                | 'canned.write'
                | 'canned.remove'
                | 'follow_up.list'
                | 'follow_up.close'
                | 'undelivered.list'
                | 'knowledge.read'
                | 'knowledge.preview'
                | 'knowledge.import'
                | 'link.check'
                | 'unanswered.list'
                | 'unanswered.settle'
                | 'draft.list'
                | 'draft.create'
                | 'draft.read'
                | 'draft.change'
                | 'draft.comment'
                | 'draft.submit'
                | 'draft.review'
                | 'draft.try'
                | 'draft.publish'
                | 'draft.drop'
                | 'release.list'
                | 'release.try'
                | 'release.publish'
                | 'release.roll_back'
                | 'request.list'
                | 'request.search'
                | 'request.read'
                | 'request.unmask'
                | 'request.present'
                | 'request.papers'
                | 'request.paper_file'
                | 'request.preview'
                | 'request.related'
                | 'request.act'
              )[];
            };
          };
        };
        default: { content: { 'application/json': Refusal } };
      };
    };
    get: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          content: {
            'application/json': {
              stage: 'code' | 'password' | 'enrol' | 'full';
              csrfToken: string;
              staff: {
                id: number;
                name: string;
                signInName: string;
                unit: number | null;
                roles: (
                  | 'registrar'
                  | 'handler'
                  | 'unit_head'
                  | 'secrecy_reviewer'
                  | 'approver'
                  | 'chat_agent'
                  | 'knowledge_editor'
                  | 'knowledge_publisher'
                  | 'administrator'
                  | 'auditor'
                )[];
                hasAuthenticator: boolean;
              };
              may: (
                | 'api.describe'
                | 'session.start'
                | 'session.code'
                | 'session.enrol'
                | 'session.read'
                | 'session.password'
                | 'session.end'
                | 'session.end_all'
                | 'session.chat_code'
                | 'directory.read'
                | 'events.follow'
                | 'account.list'
                | 'account.create'
                | 'account.read'
                | 'account.rights'
                | 'account.reset'
                | 'account.disable'
                | 'account.enable'
                | 'unit.create'
                | 'unit.rename'
                | 'channel.list'
                | 'hours.read'
                | 'hours.write'
                | 'retention.read'
                | 'retention.run'
                | 'keys.read'
                | 'keys.rotate'
                | 'audit.read'
                | 'audit.verify'
                | 'audit.export'
                | 'figures.read'
                | 'figures.export'
                | 'report.read'
                | 'report.write'
                | 'report.approve'
                | 'conversation.list'
                | 'conversation.read'
                | 'conversation.unmask'
                | 'conversation.claim'
                | 'conversation.take_over'
                | 'conversation.reply'
                | 'conversation.note'
                | 'conversation.present'
                | 'conversation.forward'
                | 'conversation.hand_back'
                | 'conversation.end'
                | 'answer.list'
                | 'answer.approve'
                | 'answer.edit'
                | 'answer.reject'
                | 'canned.list'
                | 'canned.write'
                | 'canned.remove'
                | 'follow_up.list'
                | 'follow_up.close'
                | 'undelivered.list'
                | 'knowledge.read'
                | 'knowledge.preview'
                | 'knowledge.import'
                | 'link.check'
                | 'unanswered.list'
                | 'unanswered.settle'
                | 'draft.list'
                | 'draft.create'
                | 'draft.read'
                | 'draft.change'
                | 'draft.comment'
                | 'draft.submit'
                | 'draft.review'
                | 'draft.try'
                | 'draft.publish'
                | 'draft.drop'
                | 'release.list'
                | 'release.try'
                | 'release.publish'
                | 'release.roll_back'
                | 'request.list'
                | 'request.search'
                | 'request.read'
                | 'request.unmask'
                | 'request.present'
                | 'request.papers'
                | 'request.paper_file'
                | 'request.preview'
                | 'request.related'
                | 'request.act'
              )[];
            };
          };
        };
        default: { content: { 'application/json': Refusal } };
      };
    };
    delete: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          content: {
            'application/json': {
              done: true;
            };
          };
        };
        default: { content: { 'application/json': Refusal } };
      };
    };
  };
  '/session/authenticator': {
    post: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          content: {
            'application/json': {
              uri: string;
              secret: string;
            };
          };
        };
        default: { content: { 'application/json': Refusal } };
      };
    };
    put: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody: {
        content: {
          'application/json': {
            code: string;
          };
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              recoveryCodes: string[];
              session: {
                stage: 'code' | 'password' | 'enrol' | 'full';
                csrfToken: string;
                staff: {
                  id: number;
                  name: string;
                  signInName: string;
                  unit: number | null;
                  roles: (
                    | 'registrar'
                    | 'handler'
                    | 'unit_head'
                    | 'secrecy_reviewer'
                    | 'approver'
                    | 'chat_agent'
                    | 'knowledge_editor'
                    | 'knowledge_publisher'
                    | 'administrator'
                    | 'auditor'
                  )[];
                  hasAuthenticator: boolean;
                };
                may: (
                  | 'api.describe'
                  | 'session.start'
                  | 'session.code'
                  | 'session.enrol'
                  | 'session.read'
                  | 'session.password'
                  | 'session.end'
                  | 'session.end_all'
                  | 'session.chat_code'
                  | 'directory.read'
                  | 'events.follow'
                  | 'account.list'
                  | 'account.create'
                  | 'account.read'
                  | 'account.rights'
                  | 'account.reset'
                  | 'account.disable'
                  | 'account.enable'
                  | 'unit.create'
                  | 'unit.rename'
                  | 'channel.list'
                  | 'hours.read'
                  | 'hours.write'
                  | 'retention.read'
                  | 'retention.run'
                  | 'keys.read'
                  | 'keys.rotate'
                  | 'audit.read'
                  | 'audit.verify'
                  | 'audit.export'
                  | 'figures.read'
                  | 'figures.export'
                  | 'report.read'
                  | 'report.write'
                  | 'report.approve'
                  | 'conversation.list'
                  | 'conversation.read'
                  | 'conversation.unmask'
                  | 'conversation.claim'
                  | 'conversation.take_over'
                  | 'conversation.reply'
                  | 'conversation.note'
                  | 'conversation.present'
                  | 'conversation.forward'
                  | 'conversation.hand_back'
                  | 'conversation.end'
                  | 'answer.list'
                  | 'answer.approve'
                  | 'answer.edit'
                  | 'answer.reject'
                  | 'canned.list'
                  | 'canned.write'
                  | 'canned.remove'
                  | 'follow_up.list'
                  | 'follow_up.close'
                  | 'undelivered.list'
                  | 'knowledge.read'
                  | 'knowledge.preview'
                  | 'knowledge.import'
                  | 'link.check'
                  | 'unanswered.list'
                  | 'unanswered.settle'
                  | 'draft.list'
                  | 'draft.create'
                  | 'draft.read'
                  | 'draft.change'
                  | 'draft.comment'
                  | 'draft.submit'
                  | 'draft.review'
                  | 'draft.try'
                  | 'draft.publish'
                  | 'draft.drop'
                  | 'release.list'
                  | 'release.try'
                  | 'release.publish'
                  | 'release.roll_back'
                  | 'request.list'
                  | 'request.search'
                  | 'request.read'
                  | 'request.unmask'
                  | 'request.present'
                  | 'request.papers'
                  | 'request.paper_file'
                  | 'request.preview'
                  | 'request.related'
                  | 'request.act'
                )[];
              };
            };
          };
        };
        default: { content: { 'application/json': Refusal } };
      };
    };
  };
  '/session/chat-code': {
    post: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          content: {
            'application/json': {
              code: string;
              until: string;
            };
          };
        };
        default: { content: { 'application/json': Refusal } };
      };
    };
  };
  '/session/code': {
    post: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody: {
        content: {
          'application/json': {
            code: string;
          };
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              stage: 'code' | 'password' | 'enrol' | 'full';
              csrfToken: string;
              staff: {
                id: number;
                name: string;
                signInName: string;
                unit: number | null;
                roles: (
                  | 'registrar'
                  | 'handler'
                  | 'unit_head'
                  | 'secrecy_reviewer'
                  | 'approver'
                  | 'chat_agent'
                  | 'knowledge_editor'
                  | 'knowledge_publisher'
                  | 'administrator'
                  | 'auditor'
                )[];
                hasAuthenticator: boolean;
              };
              may: (
                | 'api.describe'
                | 'session.start'
                | 'session.code'
                | 'session.enrol'
                | 'session.read'
                | 'session.password'
                | 'session.end'
                | 'session.end_all'
                | 'session.chat_code'
                | 'directory.read'
                | 'events.follow'
                | 'account.list'
                | 'account.create'
                | 'account.read'
                | 'account.rights'
                | 'account.reset'
                | 'account.disable'
                | 'account.enable'
                | 'unit.create'
                | 'unit.rename'
                | 'channel.list'
                | 'hours.read'
                | 'hours.write'
                | 'retention.read'
                | 'retention.run'
                | 'keys.read'
                | 'keys.rotate'
                | 'audit.read'
                | 'audit.verify'
                | 'audit.export'
                | 'figures.read'
                | 'figures.export'
                | 'report.read'
                | 'report.write'
                | 'report.approve'
                | 'conversation.list'
                | 'conversation.read'
                | 'conversation.unmask'
                | 'conversation.claim'
                | 'conversation.take_over'
                | 'conversation.reply'
                | 'conversation.note'
                | 'conversation.present'
                | 'conversation.forward'
                | 'conversation.hand_back'
                | 'conversation.end'
                | 'answer.list'
                | 'answer.approve'
                | 'answer.edit'
                | 'answer.reject'
                | 'canned.list'
                | 'canned.write'
                | 'canned.remove'
                | 'follow_up.list'
                | 'follow_up.close'
                | 'undelivered.list'
                | 'knowledge.read'
                | 'knowledge.preview'
                | 'knowledge.import'
                | 'link.check'
                | 'unanswered.list'
                | 'unanswered.settle'
                | 'draft.list'
                | 'draft.create'
                | 'draft.read'
                | 'draft.change'
                | 'draft.comment'
                | 'draft.submit'
                | 'draft.review'
                | 'draft.try'
                | 'draft.publish'
                | 'draft.drop'
                | 'release.list'
                | 'release.try'
                | 'release.publish'
                | 'release.roll_back'
                | 'request.list'
                | 'request.search'
                | 'request.read'
                | 'request.unmask'
                | 'request.present'
                | 'request.papers'
                | 'request.paper_file'
                | 'request.preview'
                | 'request.related'
                | 'request.act'
              )[];
            };
          };
        };
        default: { content: { 'application/json': Refusal } };
      };
    };
  };
  '/session/password': {
    post: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody: {
        content: {
          'application/json': {
            current: string;
            next: string;
          };
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              stage: 'code' | 'password' | 'enrol' | 'full';
              csrfToken: string;
              staff: {
                id: number;
                name: string;
                signInName: string;
                unit: number | null;
                roles: (
                  | 'registrar'
                  | 'handler'
                  | 'unit_head'
                  | 'secrecy_reviewer'
                  | 'approver'
                  | 'chat_agent'
                  | 'knowledge_editor'
                  | 'knowledge_publisher'
                  | 'administrator'
                  | 'auditor'
                )[];
                hasAuthenticator: boolean;
              };
              may: (
                | 'api.describe'
                | 'session.start'
                | 'session.code'
                | 'session.enrol'
                | 'session.read'
                | 'session.password'
                | 'session.end'
                | 'session.end_all'
                | 'session.chat_code'
                | 'directory.read'
                | 'events.follow'
                | 'account.list'
                | 'account.create'
                | 'account.read'
                | 'account.rights'
                | 'account.reset'
                | 'account.disable'
                | 'account.enable'
                | 'unit.create'
                | 'unit.rename'
                | 'channel.list'
                | 'hours.read'
                | 'hours.write'
                | 'retention.read'
                | 'retention.run'
                | 'keys.read'
                | 'keys.rotate'
                | 'audit.read'
                | 'audit.verify'
                | 'audit.export'
                | 'figures.read'
                | 'figures.export'
                | 'report.read'
                | 'report.write'
                | 'report.approve'
                | 'conversation.list'
                | 'conversation.read'
                | 'conversation.unmask'
                | 'conversation.claim'
                | 'conversation.take_over'
                | 'conversation.reply'
                | 'conversation.note'
                | 'conversation.present'
                | 'conversation.forward'
                | 'conversation.hand_back'
                | 'conversation.end'
                | 'answer.list'
                | 'answer.approve'
                | 'answer.edit'
                | 'answer.reject'
                | 'canned.list'
                | 'canned.write'
                | 'canned.remove'
                | 'follow_up.list'
                | 'follow_up.close'
                | 'undelivered.list'
                | 'knowledge.read'
                | 'knowledge.preview'
                | 'knowledge.import'
                | 'link.check'
                | 'unanswered.list'
                | 'unanswered.settle'
                | 'draft.list'
                | 'draft.create'
                | 'draft.read'
                | 'draft.change'
                | 'draft.comment'
                | 'draft.submit'
                | 'draft.review'
                | 'draft.try'
                | 'draft.publish'
                | 'draft.drop'
                | 'release.list'
                | 'release.try'
                | 'release.publish'
                | 'release.roll_back'
                | 'request.list'
                | 'request.search'
                | 'request.read'
                | 'request.unmask'
                | 'request.present'
                | 'request.papers'
                | 'request.paper_file'
                | 'request.preview'
                | 'request.related'
                | 'request.act'
              )[];
            };
          };
        };
        default: { content: { 'application/json': Refusal } };
      };
    };
  };
  '/sessions': {
    delete: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          content: {
            'application/json': {
              done: true;
            };
          };
        };
        default: { content: { 'application/json': Refusal } };
      };
    };
  };
  '/undelivered': {
    get: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          content: {
            'application/json': {
              troubles: {
                channel: string;
                conversation: string;
                at: string;
                why: string;
                requests: string[];
                reach: string[];
              }[];
            };
          };
        };
        default: { content: { 'application/json': Refusal } };
      };
    };
  };
  '/units': {
    post: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody: {
        content: {
          'application/json': {
            name: string;
          };
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              id: number;
              name: string;
            };
          };
        };
        default: { content: { 'application/json': Refusal } };
      };
    };
  };
  '/units/{id}': {
    patch: {
      parameters: { query?: never; header?: never; path: { id: number }; cookie?: never };
      requestBody: {
        content: {
          'application/json': {
            name: string;
          };
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              id: number;
              name: string;
            };
          };
        };
        default: { content: { 'application/json': Refusal } };
      };
    };
  };
}
