// Made from openapi.yaml by `npm run generate`. Edit the contract, never this file.

export type OperationId = "showHome" | "getMetadata" | "getContractJson" | "getContractYaml" | "getDocs" | "getDocsScript" | "authorize" | "authorizeByForm" | "decideConsent" | "showCode" | "showLogin" | "login" | "showLogout" | "logout" | "issueToken" | "revokeToken" | "introspectToken" | "registerClient" | "readClient" | "updateClient" | "deleteClient" | "listApplications" | "addApplication" | "newApplication" | "showApplication" | "updateApplication" | "editApplication" | "confirmDeleteApplication" | "deleteApplication" | "rotateApplicationSecret" | "listAuthorizedApplications" | "revokeAllAuthorizedApplications" | "revokeAuthorizedApplication" | "getMe" | "listEvents" | "addEvent" | "readEvent" | "updateEvent" | "deleteEvent" | "listMyTokens" | "revokeMyTokens" | "revokeMyToken" | "listApplicationsJson" | "addApplicationJson" | "readApplicationJson" | "updateApplicationJson" | "deleteApplicationJson" | "rotateApplicationSecretJson" | "checkRedirectUri" | "getHealth" | "getReadiness" | "getMetrics" | "gancioRegister" | "gancioAuthorize" | "gancioDecide" | "gitshareAuthorize" | "gitshareDecide" | "gitshareToken" | "ghostAuthorize" | "ghostDecide" | "ghostToken" | "gocdToken" | "gocdGadgets";

export interface Operation {
  readonly method: "get" | "put" | "post" | "delete" | "options" | "head" | "patch" | "trace";
  /** As the contract writes it: parameters in braces. */
  readonly path: "/" | "/.well-known/oauth-authorization-server" | "/openapi.json" | "/openapi.yaml" | "/docs" | "/docs/redoc.standalone.js" | "/oauth/authorize" | "/oauth/authorize/decision" | "/oauth/code" | "/login" | "/logout" | "/oauth/token" | "/oauth/revoke" | "/oauth/introspect" | "/oauth/register" | "/oauth/register/{client_id}" | "/oauth/applications" | "/oauth/applications/new" | "/oauth/applications/{client_id}" | "/oauth/applications/{client_id}/edit" | "/oauth/applications/{client_id}/delete" | "/oauth/applications/{client_id}/secret" | "/oauth/authorized_applications" | "/oauth/authorized_applications/revoke" | "/oauth/authorized_applications/{id}/revoke" | "/api/me" | "/api/events" | "/api/events/{id}" | "/api/my_tokens" | "/api/my_tokens/{id}" | "/api/applications" | "/api/applications/{client_id}" | "/api/applications/{client_id}/secret" | "/api/redirect_uri_check" | "/healthz" | "/readyz" | "/metrics" | "/api/client" | "/authorize" | "/authorize/decision" | "/oauth2/authorize" | "/oauth2/authorize/decision" | "/oauth2/token" | "/ghost/authorize" | "/ghost/authorize/decision" | "/token" | "/go/oauth/token" | "/go/gadgets";
  readonly tags: readonly string[];
  /** What an access token has to reach for. */
  readonly scopes: readonly string[];
  readonly requestMediaTypes: readonly string[];
  /** Of the first answer with a 2xx status. */
  readonly responseMediaTypes: readonly string[];
  readonly responseStatuses: readonly (number | string)[];
  readonly "x-codegrant-cache"?: "public";
  readonly "x-codegrant-complaints"?: "page" | "api" | "handler" | "oauth" | "registration";
  readonly "x-codegrant-csrf"?: "required";
  readonly "x-dialect"?: "gancio" | "gitshare" | "ghost" | "gocd";
}

export const operations: Readonly<Record<OperationId, Operation>> = {
  "showHome": {
    "method": "get",
    "path": "/",
    "tags": [
      "Discovery"
    ],
    "requestMediaTypes": [],
    "responseMediaTypes": [
      "text/html"
    ],
    "responseStatuses": [
      200,
      400,
      500
    ],
    "scopes": [],
    "x-codegrant-complaints": "page"
  },
  "getMetadata": {
    "method": "get",
    "path": "/.well-known/oauth-authorization-server",
    "tags": [
      "Discovery"
    ],
    "requestMediaTypes": [],
    "responseMediaTypes": [
      "application/json"
    ],
    "responseStatuses": [
      200,
      400
    ],
    "scopes": [],
    "x-codegrant-complaints": "api",
    "x-codegrant-cache": "public"
  },
  "getContractJson": {
    "method": "get",
    "path": "/openapi.json",
    "tags": [
      "Discovery"
    ],
    "requestMediaTypes": [],
    "responseMediaTypes": [
      "application/json"
    ],
    "responseStatuses": [
      200,
      400
    ],
    "scopes": [],
    "x-codegrant-complaints": "api",
    "x-codegrant-cache": "public"
  },
  "getContractYaml": {
    "method": "get",
    "path": "/openapi.yaml",
    "tags": [
      "Discovery"
    ],
    "requestMediaTypes": [],
    "responseMediaTypes": [
      "application/yaml"
    ],
    "responseStatuses": [
      200,
      400
    ],
    "scopes": [],
    "x-codegrant-complaints": "api",
    "x-codegrant-cache": "public"
  },
  "getDocs": {
    "method": "get",
    "path": "/docs",
    "tags": [
      "Discovery"
    ],
    "requestMediaTypes": [],
    "responseMediaTypes": [
      "text/html"
    ],
    "responseStatuses": [
      200,
      400
    ],
    "scopes": [],
    "x-codegrant-complaints": "page",
    "x-codegrant-cache": "public"
  },
  "getDocsScript": {
    "method": "get",
    "path": "/docs/redoc.standalone.js",
    "tags": [
      "Discovery"
    ],
    "requestMediaTypes": [],
    "responseMediaTypes": [
      "text/javascript"
    ],
    "responseStatuses": [
      200,
      400
    ],
    "scopes": [],
    "x-codegrant-complaints": "api",
    "x-codegrant-cache": "public"
  },
  "authorize": {
    "method": "get",
    "path": "/oauth/authorize",
    "tags": [
      "Authorization"
    ],
    "requestMediaTypes": [],
    "responseMediaTypes": [
      "text/html"
    ],
    "responseStatuses": [
      200,
      303,
      400,
      500
    ],
    "scopes": [],
    "x-codegrant-complaints": "handler"
  },
  "authorizeByForm": {
    "method": "post",
    "path": "/oauth/authorize",
    "tags": [
      "Authorization"
    ],
    "requestMediaTypes": [
      "application/x-www-form-urlencoded"
    ],
    "responseMediaTypes": [
      "text/html"
    ],
    "responseStatuses": [
      200,
      303,
      400,
      500
    ],
    "scopes": [],
    "x-codegrant-complaints": "handler"
  },
  "decideConsent": {
    "method": "post",
    "path": "/oauth/authorize/decision",
    "tags": [
      "Authorization"
    ],
    "requestMediaTypes": [
      "application/x-www-form-urlencoded"
    ],
    "responseMediaTypes": [
      "text/html"
    ],
    "responseStatuses": [
      200,
      303,
      400,
      403,
      500
    ],
    "scopes": [],
    "x-codegrant-complaints": "handler",
    "x-codegrant-csrf": "required"
  },
  "showCode": {
    "method": "get",
    "path": "/oauth/code",
    "tags": [
      "Authorization"
    ],
    "requestMediaTypes": [],
    "responseMediaTypes": [
      "text/html"
    ],
    "responseStatuses": [
      200,
      400,
      404
    ],
    "scopes": [],
    "x-codegrant-complaints": "page"
  },
  "showLogin": {
    "method": "get",
    "path": "/login",
    "tags": [
      "Sign-in"
    ],
    "requestMediaTypes": [],
    "responseMediaTypes": [
      "text/html"
    ],
    "responseStatuses": [
      200,
      303,
      400,
      500
    ],
    "scopes": [],
    "x-codegrant-complaints": "page"
  },
  "login": {
    "method": "post",
    "path": "/login",
    "tags": [
      "Sign-in"
    ],
    "requestMediaTypes": [
      "application/x-www-form-urlencoded"
    ],
    "responseMediaTypes": [
      "text/html"
    ],
    "responseStatuses": [
      200,
      303,
      400,
      403,
      429,
      500
    ],
    "scopes": [],
    "x-codegrant-complaints": "page",
    "x-codegrant-csrf": "required"
  },
  "showLogout": {
    "method": "get",
    "path": "/logout",
    "tags": [
      "Sign-in"
    ],
    "requestMediaTypes": [],
    "responseMediaTypes": [
      "text/html"
    ],
    "responseStatuses": [
      200,
      303,
      400,
      500
    ],
    "scopes": [],
    "x-codegrant-complaints": "page"
  },
  "logout": {
    "method": "post",
    "path": "/logout",
    "tags": [
      "Sign-in"
    ],
    "requestMediaTypes": [
      "application/x-www-form-urlencoded"
    ],
    "responseMediaTypes": [
      "text/html"
    ],
    "responseStatuses": [
      200,
      303,
      400,
      403,
      500
    ],
    "scopes": [],
    "x-codegrant-complaints": "page",
    "x-codegrant-csrf": "required"
  },
  "issueToken": {
    "method": "post",
    "path": "/oauth/token",
    "tags": [
      "Token"
    ],
    "requestMediaTypes": [
      "application/x-www-form-urlencoded"
    ],
    "responseMediaTypes": [
      "application/json"
    ],
    "responseStatuses": [
      200,
      400,
      401,
      500
    ],
    "scopes": [],
    "x-codegrant-complaints": "oauth"
  },
  "revokeToken": {
    "method": "post",
    "path": "/oauth/revoke",
    "tags": [
      "Token"
    ],
    "requestMediaTypes": [
      "application/x-www-form-urlencoded"
    ],
    "responseMediaTypes": [
      "application/json"
    ],
    "responseStatuses": [
      200,
      400,
      401,
      500
    ],
    "scopes": [],
    "x-codegrant-complaints": "oauth"
  },
  "introspectToken": {
    "method": "post",
    "path": "/oauth/introspect",
    "tags": [
      "Token"
    ],
    "requestMediaTypes": [
      "application/x-www-form-urlencoded"
    ],
    "responseMediaTypes": [
      "application/json"
    ],
    "responseStatuses": [
      200,
      400,
      401,
      500
    ],
    "scopes": [],
    "x-codegrant-complaints": "oauth"
  },
  "registerClient": {
    "method": "post",
    "path": "/oauth/register",
    "tags": [
      "Registration"
    ],
    "requestMediaTypes": [
      "application/json"
    ],
    "responseMediaTypes": [
      "application/json"
    ],
    "responseStatuses": [
      201,
      400,
      500
    ],
    "scopes": [],
    "x-codegrant-complaints": "registration"
  },
  "readClient": {
    "method": "get",
    "path": "/oauth/register/{client_id}",
    "tags": [
      "Registration"
    ],
    "requestMediaTypes": [],
    "responseMediaTypes": [
      "application/json"
    ],
    "responseStatuses": [
      200,
      400,
      401,
      500
    ],
    "scopes": [],
    "x-codegrant-complaints": "api"
  },
  "updateClient": {
    "method": "put",
    "path": "/oauth/register/{client_id}",
    "tags": [
      "Registration"
    ],
    "requestMediaTypes": [
      "application/json"
    ],
    "responseMediaTypes": [
      "application/json"
    ],
    "responseStatuses": [
      200,
      400,
      401,
      500
    ],
    "scopes": [],
    "x-codegrant-complaints": "registration"
  },
  "deleteClient": {
    "method": "delete",
    "path": "/oauth/register/{client_id}",
    "tags": [
      "Registration"
    ],
    "requestMediaTypes": [],
    "responseMediaTypes": [],
    "responseStatuses": [
      204,
      400,
      401,
      500
    ],
    "scopes": [],
    "x-codegrant-complaints": "api"
  },
  "listApplications": {
    "method": "get",
    "path": "/oauth/applications",
    "tags": [
      "Applications"
    ],
    "requestMediaTypes": [],
    "responseMediaTypes": [
      "text/html"
    ],
    "responseStatuses": [
      200,
      303,
      400,
      500
    ],
    "scopes": [],
    "x-codegrant-complaints": "page"
  },
  "addApplication": {
    "method": "post",
    "path": "/oauth/applications",
    "tags": [
      "Applications"
    ],
    "requestMediaTypes": [
      "application/x-www-form-urlencoded"
    ],
    "responseMediaTypes": [
      "text/html"
    ],
    "responseStatuses": [
      200,
      201,
      400,
      403,
      422,
      500
    ],
    "scopes": [],
    "x-codegrant-complaints": "page",
    "x-codegrant-csrf": "required"
  },
  "newApplication": {
    "method": "get",
    "path": "/oauth/applications/new",
    "tags": [
      "Applications"
    ],
    "requestMediaTypes": [],
    "responseMediaTypes": [
      "text/html"
    ],
    "responseStatuses": [
      200,
      303,
      400,
      500
    ],
    "scopes": [],
    "x-codegrant-complaints": "page"
  },
  "showApplication": {
    "method": "get",
    "path": "/oauth/applications/{client_id}",
    "tags": [
      "Applications"
    ],
    "requestMediaTypes": [],
    "responseMediaTypes": [
      "text/html"
    ],
    "responseStatuses": [
      200,
      303,
      400,
      404,
      500
    ],
    "scopes": [],
    "x-codegrant-complaints": "page"
  },
  "updateApplication": {
    "method": "post",
    "path": "/oauth/applications/{client_id}",
    "tags": [
      "Applications"
    ],
    "requestMediaTypes": [
      "application/x-www-form-urlencoded"
    ],
    "responseMediaTypes": [
      "text/html"
    ],
    "responseStatuses": [
      200,
      303,
      400,
      403,
      404,
      422,
      500
    ],
    "scopes": [],
    "x-codegrant-complaints": "page",
    "x-codegrant-csrf": "required"
  },
  "editApplication": {
    "method": "get",
    "path": "/oauth/applications/{client_id}/edit",
    "tags": [
      "Applications"
    ],
    "requestMediaTypes": [],
    "responseMediaTypes": [
      "text/html"
    ],
    "responseStatuses": [
      200,
      303,
      400,
      404,
      500
    ],
    "scopes": [],
    "x-codegrant-complaints": "page"
  },
  "confirmDeleteApplication": {
    "method": "get",
    "path": "/oauth/applications/{client_id}/delete",
    "tags": [
      "Applications"
    ],
    "requestMediaTypes": [],
    "responseMediaTypes": [
      "text/html"
    ],
    "responseStatuses": [
      200,
      303,
      400,
      404,
      500
    ],
    "scopes": [],
    "x-codegrant-complaints": "page"
  },
  "deleteApplication": {
    "method": "post",
    "path": "/oauth/applications/{client_id}/delete",
    "tags": [
      "Applications"
    ],
    "requestMediaTypes": [
      "application/x-www-form-urlencoded"
    ],
    "responseMediaTypes": [
      "text/html"
    ],
    "responseStatuses": [
      200,
      303,
      400,
      403,
      404,
      500
    ],
    "scopes": [],
    "x-codegrant-complaints": "page",
    "x-codegrant-csrf": "required"
  },
  "rotateApplicationSecret": {
    "method": "post",
    "path": "/oauth/applications/{client_id}/secret",
    "tags": [
      "Applications"
    ],
    "requestMediaTypes": [
      "application/x-www-form-urlencoded"
    ],
    "responseMediaTypes": [
      "text/html"
    ],
    "responseStatuses": [
      200,
      400,
      403,
      404,
      500
    ],
    "scopes": [],
    "x-codegrant-complaints": "page",
    "x-codegrant-csrf": "required"
  },
  "listAuthorizedApplications": {
    "method": "get",
    "path": "/oauth/authorized_applications",
    "tags": [
      "Authorized applications"
    ],
    "requestMediaTypes": [],
    "responseMediaTypes": [
      "text/html"
    ],
    "responseStatuses": [
      200,
      303,
      400,
      500
    ],
    "scopes": [],
    "x-codegrant-complaints": "page"
  },
  "revokeAllAuthorizedApplications": {
    "method": "post",
    "path": "/oauth/authorized_applications/revoke",
    "tags": [
      "Authorized applications"
    ],
    "requestMediaTypes": [
      "application/x-www-form-urlencoded"
    ],
    "responseMediaTypes": [
      "text/html"
    ],
    "responseStatuses": [
      200,
      303,
      400,
      403,
      500
    ],
    "scopes": [],
    "x-codegrant-complaints": "page",
    "x-codegrant-csrf": "required"
  },
  "revokeAuthorizedApplication": {
    "method": "post",
    "path": "/oauth/authorized_applications/{id}/revoke",
    "tags": [
      "Authorized applications"
    ],
    "requestMediaTypes": [
      "application/x-www-form-urlencoded"
    ],
    "responseMediaTypes": [
      "text/html"
    ],
    "responseStatuses": [
      200,
      303,
      400,
      403,
      404,
      500
    ],
    "scopes": [],
    "x-codegrant-complaints": "page",
    "x-codegrant-csrf": "required"
  },
  "getMe": {
    "method": "get",
    "path": "/api/me",
    "tags": [
      "Resource"
    ],
    "requestMediaTypes": [],
    "responseMediaTypes": [
      "application/json"
    ],
    "responseStatuses": [
      200,
      400,
      401,
      403,
      500
    ],
    "scopes": [
      "profile"
    ],
    "x-codegrant-complaints": "api"
  },
  "listEvents": {
    "method": "get",
    "path": "/api/events",
    "tags": [
      "Resource"
    ],
    "requestMediaTypes": [],
    "responseMediaTypes": [
      "application/json"
    ],
    "responseStatuses": [
      200,
      400,
      401,
      403,
      500
    ],
    "scopes": [
      "event:read"
    ],
    "x-codegrant-complaints": "api"
  },
  "addEvent": {
    "method": "post",
    "path": "/api/events",
    "tags": [
      "Resource"
    ],
    "requestMediaTypes": [
      "application/json",
      "application/x-www-form-urlencoded"
    ],
    "responseMediaTypes": [
      "application/json"
    ],
    "responseStatuses": [
      201,
      400,
      401,
      403,
      415,
      500
    ],
    "scopes": [
      "event:write"
    ],
    "x-codegrant-complaints": "api"
  },
  "readEvent": {
    "method": "get",
    "path": "/api/events/{id}",
    "tags": [
      "Resource"
    ],
    "requestMediaTypes": [],
    "responseMediaTypes": [
      "application/json"
    ],
    "responseStatuses": [
      200,
      400,
      401,
      403,
      404,
      500
    ],
    "scopes": [
      "event:read"
    ],
    "x-codegrant-complaints": "api"
  },
  "updateEvent": {
    "method": "put",
    "path": "/api/events/{id}",
    "tags": [
      "Resource"
    ],
    "requestMediaTypes": [
      "application/json"
    ],
    "responseMediaTypes": [
      "application/json"
    ],
    "responseStatuses": [
      200,
      400,
      401,
      403,
      404,
      415,
      500
    ],
    "scopes": [
      "event:write"
    ],
    "x-codegrant-complaints": "api"
  },
  "deleteEvent": {
    "method": "delete",
    "path": "/api/events/{id}",
    "tags": [
      "Resource"
    ],
    "requestMediaTypes": [],
    "responseMediaTypes": [],
    "responseStatuses": [
      204,
      400,
      401,
      403,
      404,
      500
    ],
    "scopes": [
      "event:write"
    ],
    "x-codegrant-complaints": "api"
  },
  "listMyTokens": {
    "method": "get",
    "path": "/api/my_tokens",
    "tags": [
      "Authorized applications"
    ],
    "requestMediaTypes": [],
    "responseMediaTypes": [
      "application/json"
    ],
    "responseStatuses": [
      200,
      400,
      401,
      403,
      500
    ],
    "scopes": [
      "tokens:read"
    ],
    "x-codegrant-complaints": "api"
  },
  "revokeMyTokens": {
    "method": "delete",
    "path": "/api/my_tokens",
    "tags": [
      "Authorized applications"
    ],
    "requestMediaTypes": [],
    "responseMediaTypes": [],
    "responseStatuses": [
      204,
      400,
      401,
      403,
      500
    ],
    "scopes": [
      "tokens:revoke"
    ],
    "x-codegrant-complaints": "api"
  },
  "revokeMyToken": {
    "method": "delete",
    "path": "/api/my_tokens/{id}",
    "tags": [
      "Authorized applications"
    ],
    "requestMediaTypes": [],
    "responseMediaTypes": [],
    "responseStatuses": [
      204,
      400,
      401,
      403,
      404,
      500
    ],
    "scopes": [
      "tokens:revoke"
    ],
    "x-codegrant-complaints": "api"
  },
  "listApplicationsJson": {
    "method": "get",
    "path": "/api/applications",
    "tags": [
      "Applications"
    ],
    "requestMediaTypes": [],
    "responseMediaTypes": [
      "application/json"
    ],
    "responseStatuses": [
      200,
      400,
      401,
      403,
      500
    ],
    "scopes": [
      "applications:read"
    ],
    "x-codegrant-complaints": "api"
  },
  "addApplicationJson": {
    "method": "post",
    "path": "/api/applications",
    "tags": [
      "Applications"
    ],
    "requestMediaTypes": [
      "application/json"
    ],
    "responseMediaTypes": [
      "application/json"
    ],
    "responseStatuses": [
      201,
      400,
      401,
      403,
      415,
      500
    ],
    "scopes": [
      "applications:write"
    ],
    "x-codegrant-complaints": "api"
  },
  "readApplicationJson": {
    "method": "get",
    "path": "/api/applications/{client_id}",
    "tags": [
      "Applications"
    ],
    "requestMediaTypes": [],
    "responseMediaTypes": [
      "application/json"
    ],
    "responseStatuses": [
      200,
      400,
      401,
      403,
      404,
      500
    ],
    "scopes": [
      "applications:read"
    ],
    "x-codegrant-complaints": "api"
  },
  "updateApplicationJson": {
    "method": "put",
    "path": "/api/applications/{client_id}",
    "tags": [
      "Applications"
    ],
    "requestMediaTypes": [
      "application/json"
    ],
    "responseMediaTypes": [
      "application/json"
    ],
    "responseStatuses": [
      200,
      400,
      401,
      403,
      404,
      415,
      500
    ],
    "scopes": [
      "applications:write"
    ],
    "x-codegrant-complaints": "api"
  },
  "deleteApplicationJson": {
    "method": "delete",
    "path": "/api/applications/{client_id}",
    "tags": [
      "Applications"
    ],
    "requestMediaTypes": [],
    "responseMediaTypes": [],
    "responseStatuses": [
      204,
      400,
      401,
      403,
      404,
      500
    ],
    "scopes": [
      "applications:write"
    ],
    "x-codegrant-complaints": "api"
  },
  "rotateApplicationSecretJson": {
    "method": "post",
    "path": "/api/applications/{client_id}/secret",
    "tags": [
      "Applications"
    ],
    "requestMediaTypes": [
      "application/json"
    ],
    "responseMediaTypes": [
      "application/json"
    ],
    "responseStatuses": [
      200,
      400,
      401,
      403,
      404,
      415,
      500
    ],
    "scopes": [
      "applications:write"
    ],
    "x-codegrant-complaints": "api"
  },
  "checkRedirectUri": {
    "method": "get",
    "path": "/api/redirect_uri_check",
    "tags": [
      "Applications"
    ],
    "requestMediaTypes": [],
    "responseMediaTypes": [
      "application/json"
    ],
    "responseStatuses": [
      200,
      400
    ],
    "scopes": [],
    "x-codegrant-complaints": "api"
  },
  "getHealth": {
    "method": "get",
    "path": "/healthz",
    "tags": [
      "Operations"
    ],
    "requestMediaTypes": [],
    "responseMediaTypes": [
      "application/json"
    ],
    "responseStatuses": [
      200,
      400
    ],
    "scopes": [],
    "x-codegrant-complaints": "api"
  },
  "getReadiness": {
    "method": "get",
    "path": "/readyz",
    "tags": [
      "Operations"
    ],
    "requestMediaTypes": [],
    "responseMediaTypes": [
      "application/json"
    ],
    "responseStatuses": [
      200,
      400,
      503
    ],
    "scopes": [],
    "x-codegrant-complaints": "api"
  },
  "getMetrics": {
    "method": "get",
    "path": "/metrics",
    "tags": [
      "Operations"
    ],
    "requestMediaTypes": [],
    "responseMediaTypes": [
      "text/plain"
    ],
    "responseStatuses": [
      200,
      400
    ],
    "scopes": [],
    "x-codegrant-complaints": "api"
  },
  "gancioRegister": {
    "method": "post",
    "path": "/api/client",
    "tags": [
      "Dialects"
    ],
    "requestMediaTypes": [
      "application/x-www-form-urlencoded",
      "application/json"
    ],
    "responseMediaTypes": [
      "application/json"
    ],
    "responseStatuses": [
      200,
      400,
      500
    ],
    "scopes": [],
    "x-dialect": "gancio",
    "x-codegrant-complaints": "registration"
  },
  "gancioAuthorize": {
    "method": "get",
    "path": "/authorize",
    "tags": [
      "Dialects"
    ],
    "requestMediaTypes": [],
    "responseMediaTypes": [
      "text/html"
    ],
    "responseStatuses": [
      200,
      303,
      400,
      500
    ],
    "scopes": [],
    "x-dialect": "gancio",
    "x-codegrant-complaints": "handler"
  },
  "gancioDecide": {
    "method": "post",
    "path": "/authorize/decision",
    "tags": [
      "Dialects"
    ],
    "requestMediaTypes": [
      "application/x-www-form-urlencoded"
    ],
    "responseMediaTypes": [
      "text/html"
    ],
    "responseStatuses": [
      200,
      303,
      400,
      403,
      500
    ],
    "scopes": [],
    "x-dialect": "gancio",
    "x-codegrant-complaints": "handler",
    "x-codegrant-csrf": "required"
  },
  "gitshareAuthorize": {
    "method": "get",
    "path": "/oauth2/authorize",
    "tags": [
      "Dialects"
    ],
    "requestMediaTypes": [],
    "responseMediaTypes": [
      "text/html"
    ],
    "responseStatuses": [
      200,
      303,
      400,
      500
    ],
    "scopes": [],
    "x-dialect": "gitshare",
    "x-codegrant-complaints": "handler"
  },
  "gitshareDecide": {
    "method": "post",
    "path": "/oauth2/authorize/decision",
    "tags": [
      "Dialects"
    ],
    "requestMediaTypes": [
      "application/x-www-form-urlencoded"
    ],
    "responseMediaTypes": [
      "text/html"
    ],
    "responseStatuses": [
      200,
      303,
      400,
      403,
      500
    ],
    "scopes": [],
    "x-dialect": "gitshare",
    "x-codegrant-complaints": "handler",
    "x-codegrant-csrf": "required"
  },
  "gitshareToken": {
    "method": "post",
    "path": "/oauth2/token",
    "tags": [
      "Dialects"
    ],
    "requestMediaTypes": [
      "application/x-www-form-urlencoded"
    ],
    "responseMediaTypes": [
      "application/json"
    ],
    "responseStatuses": [
      200,
      400,
      401,
      500
    ],
    "scopes": [],
    "x-dialect": "gitshare",
    "x-codegrant-complaints": "oauth"
  },
  "ghostAuthorize": {
    "method": "get",
    "path": "/ghost/authorize",
    "tags": [
      "Dialects"
    ],
    "requestMediaTypes": [],
    "responseMediaTypes": [
      "text/html"
    ],
    "responseStatuses": [
      200,
      302,
      400,
      500
    ],
    "scopes": [],
    "x-dialect": "ghost",
    "x-codegrant-complaints": "handler"
  },
  "ghostDecide": {
    "method": "post",
    "path": "/ghost/authorize/decision",
    "tags": [
      "Dialects"
    ],
    "requestMediaTypes": [
      "application/x-www-form-urlencoded"
    ],
    "responseMediaTypes": [
      "text/html"
    ],
    "responseStatuses": [
      200,
      302,
      400,
      403,
      500
    ],
    "scopes": [],
    "x-dialect": "ghost",
    "x-codegrant-complaints": "handler",
    "x-codegrant-csrf": "required"
  },
  "ghostToken": {
    "method": "post",
    "path": "/token",
    "tags": [
      "Dialects"
    ],
    "requestMediaTypes": [
      "application/x-www-form-urlencoded"
    ],
    "responseMediaTypes": [
      "application/json"
    ],
    "responseStatuses": [
      200,
      400,
      401,
      500
    ],
    "scopes": [],
    "x-dialect": "ghost",
    "x-codegrant-complaints": "oauth"
  },
  "gocdToken": {
    "method": "post",
    "path": "/go/oauth/token",
    "tags": [
      "Dialects"
    ],
    "requestMediaTypes": [
      "application/x-www-form-urlencoded"
    ],
    "responseMediaTypes": [
      "application/json"
    ],
    "responseStatuses": [
      200,
      400,
      401,
      500
    ],
    "scopes": [],
    "x-dialect": "gocd",
    "x-codegrant-complaints": "oauth"
  },
  "gocdGadgets": {
    "method": "get",
    "path": "/go/gadgets",
    "tags": [
      "Dialects"
    ],
    "requestMediaTypes": [],
    "responseMediaTypes": [
      "application/json"
    ],
    "responseStatuses": [
      200,
      400,
      401,
      403,
      500
    ],
    "scopes": [
      "profile"
    ],
    "x-dialect": "gocd",
    "x-codegrant-complaints": "api"
  }
};
