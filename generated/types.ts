// Made from openapi.yaml by `npm run generate`. Edit the contract, never this file.

export interface paths {
    "/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show the home page
         * @description Says what this server is, who is signed in, and where the documents are. A plain GET, RFC 9110 §9.3.1.
         */
        get: operations["showHome"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.well-known/oauth-authorization-server": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the authorization server's metadata
         * @description Authorization server metadata, RFC 8414 §3. Every endpoint and capability of this server.
         */
        get: operations["getMetadata"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the contract as JSON
         * @description This document, for tools. A plain GET, RFC 9110 §9.3.1.
         */
        get: operations["getContractJson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/openapi.yaml": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the contract as YAML
         * @description This document, as it is written. A plain GET, RFC 9110 §9.3.1.
         */
        get: operations["getContractYaml"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/docs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the contract as a page
         * @description The reference that you are reading, drawn by Redoc from this server alone. A plain GET, RFC 9110 §9.3.1.
         */
        get: operations["getDocs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/docs/redoc.standalone.js": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Load the script of the documentation page
         * @description Redoc's script, served from here so that reading the docs tells nobody else. A plain GET, RFC 9110 §9.3.1.
         */
        get: operations["getDocsScript"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/oauth/authorize": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Ask the owner for authorization
         * @description The authorization endpoint, RFC 6749 §3.1 and §4.1.1, with PKCE (RFC 7636 §4.3), the issuer in every
         *     answer (RFC 9207 §2) and a choice of response mode.
         *
         *     Checks run in this order. First the client and the redirect URI: where one of them is wrong nothing is
         *     redirected and the owner sees a page (RFC 6749 §4.1.2.1). Then everything else, in an answer to the
         *     client. Only a valid request leads to sign-in and consent.
         *
         *     `redirect_uri` is compared character by character with the registered ones; on a loopback address the
         *     port may differ (RFC 8252 §7.3). It may be left out by a client that has exactly one.
         *
         *     Where the dialect gocd is on, the consent page has a check box to tick; where metamaps is on, its button
         *     says Authorize.
         */
        get: operations["authorize"];
        put?: never;
        /**
         * Ask the owner for authorization, by POST
         * @description The same request in a form body, RFC 6749 §3.1, under the same rules. A valid request is redirected
         *     to its `GET` form, so that the owner's session counts although the form came from another site.
         */
        post: operations["authorizeByForm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/oauth/authorize/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Allow or deny the request
         * @description The answer of the consent page, RFC 6749 §4.1.1 step C. The whole request is checked again. Allowed
         *     scopes are the ticked ones; none ticked counts as a denial.
         */
        post: operations["decideConsent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/oauth/code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show a code for copying
         * @description The out-of-band page for clients without a redirect endpoint, RFC 8252 §7 leaves such to the server:
         *     only for a client that registered `urn:ietf:wg:oauth:2.0:oob`, and shown once. The code reaches the page in a cookie
         *     for this path alone, never in the URL.
         */
        get: operations["showCode"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show the sign-in form
         * @description Where the authorization endpoint sends an owner who is not signed in, RFC 6749 §3.1.
         */
        get: operations["showLogin"];
        put?: never;
        /**
         * Sign in
         * @description Checks user name and password and starts a session. Attempts are counted by user name and by address;
         *     too many answer 429 until the time in `Retry-After` has passed (RFC 6749 §10.10).
         */
        post: operations["login"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Ask before signing out
         * @description A link of somebody else cannot sign anybody out (RFC 6749 §10.12); the form on this page can.
         */
        get: operations["showLogout"];
        put?: never;
        /**
         * Sign out
         * @description Ends the session; the form proves that it is ours (RFC 6749 §10.12). Tokens that applications hold are not touched.
         */
        post: operations["logout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/oauth/token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Exchange a code or a refresh token
         * @description The token endpoint, RFC 6749 §3.2: a code for tokens (RFC 6749 §4.1.3) and a refresh token
         *     for new ones (RFC 6749 §6).
         *
         *     A code lives 60 seconds, works once and only for the client, the `redirect_uri` and the PKCE challenge
         *     of its authorization request. A failed attempt leaves it usable; a second use ends every token that
         *     came of it (RFC 6749 §4.1.2). Refresh tokens rotate: each answer carries the next one, and the one you
         *     sent may be repeated for a few seconds in case the answer was lost. An older one ends the whole family
         *     (RFC 9700 §4.14).
         *
         *     Where the dialect gancio is on, `redirect_uri` may be left out. Where gocd is on, `grant_type` may be
         *     `authorization-code` and `redirect_uri` may come without its scheme. Where metamaps is on, the parameters
         *     may be in the URL, against RFC 6749 §2.3.1.
         */
        post: operations["issueToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/oauth/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Revoke a token
         * @description RFC 7009 §2. A refresh token ends with everything of its grant, an access token alone. A token that is
         *     unknown or already ended answers 200 as well; one of another client is refused and lives on.
         */
        post: operations["revokeToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/oauth/introspect": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask what a token is good for
         * @description RFC 7662 §2, for confidential clients, among them the resource servers. A token that is unknown,
         *     expired or revoked is answered `{"active": false}` and nothing more.
         */
        post: operations["introspectToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/oauth/register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Register a client
         * @description Dynamic registration, RFC 7591 §3. Unknown metadata is ignored; what was registered is what the answer
         *     says. `client_secret` is shown this once.
         */
        post: operations["registerClient"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/oauth/register/{client_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The client identifier, as in `registration_client_uri`.
                 * @example 4f1d0c7a9be24c11
                 */
                client_id: string;
            };
            cookie?: never;
        };
        /**
         * Read a registration
         * @description RFC 7592 §2.1, with the registration access token as bearer token; the answer holds it too (RFC 7592 §3).
         */
        get: operations["readClient"];
        /**
         * Replace a registration
         * @description RFC 7592 §2.2: the whole metadata, what is left out falls back to its default. The secret stays; a
         *     change between confidential and public is refused.
         */
        put: operations["updateClient"];
        post?: never;
        /**
         * Delete a registration
         * @description RFC 7592 §2.3. Ends every code and token of the client.
         */
        delete: operations["deleteClient"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/oauth/applications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the applications that you manage
         * @description A page. Administrators manage every client (RFC 6749 §2), other users those that they registered here.
         */
        get: operations["listApplications"];
        put?: never;
        /**
         * Register an application
         * @description Registers a client, RFC 6749 §2, from the form. The answer shows the secret of a confidential one, this once.
         *     What cannot be registered is said beside its field.
         */
        post: operations["addApplication"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/oauth/applications/new": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show the form for a new application
         * @description What a client says of itself when it is registered, RFC 6749 §2.
         */
        get: operations["newApplication"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/oauth/applications/{client_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The client identifier.
                 * @example 69202b1f3c0a5d7e9b8f1a2c4d6e8f00
                 */
                client_id: components["parameters"]["ApplicationId"];
            };
            cookie?: never;
        };
        /**
         * Show an application
         * @description What is registered of a client, RFC 6749 §2, with an authorization request to try for each redirect URI. Somebody else's cannot be told from none.
         */
        get: operations["showApplication"];
        put?: never;
        /**
         * Edit an application
         * @description Replaces what is registered; a client stays confidential or public (RFC 6749 §2.1). What is taken away is
         *     taken from its codes and tokens at once.
         */
        post: operations["updateApplication"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/oauth/applications/{client_id}/edit": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The client identifier.
                 * @example 69202b1f3c0a5d7e9b8f1a2c4d6e8f00
                 */
                client_id: components["parameters"]["ApplicationId"];
            };
            cookie?: never;
        };
        /**
         * Show the form of an application
         * @description With what is registered at present, RFC 6749 §2.
         */
        get: operations["editApplication"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/oauth/applications/{client_id}/delete": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The client identifier.
                 * @example 69202b1f3c0a5d7e9b8f1a2c4d6e8f00
                 */
                client_id: components["parameters"]["ApplicationId"];
            };
            cookie?: never;
        };
        /**
         * Ask before an application is deleted
         * @description A link of somebody else deletes nothing (RFC 6749 §10.12); the form on this page does.
         */
        get: operations["confirmDeleteApplication"];
        put?: never;
        /**
         * Delete an application
         * @description Ends the client with every code and token that it holds, as RFC 7592 §2.3 has it for a client that deletes itself.
         */
        post: operations["deleteApplication"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/oauth/applications/{client_id}/secret": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The client identifier.
                 * @example 69202b1f3c0a5d7e9b8f1a2c4d6e8f00
                 */
                client_id: components["parameters"]["ApplicationId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Issue a new secret
         * @description Replaces the secret of a confidential client, RFC 6749 §2.3.1. The answer shows the new one, this once; the
         *     one before it works as well for as long as the form says.
         */
        post: operations["rotateApplicationSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/oauth/authorized_applications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what you have allowed
         * @description Each application that you have allowed to act for you (RFC 6749 §1.3.1), since when, and when it last did.
         */
        get: operations["listAuthorizedApplications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/oauth/authorized_applications/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take everything back that you have allowed
         * @description Ends every code and token that acts for you, as RFC 7009 §2.1 has it for one grant.
         */
        post: operations["revokeAllAuthorizedApplications"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/oauth/authorized_applications/{id}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The authorization's `id`.
                 * @example 69202b1f3c0a5d7e9b8f1a2c4d6e8f00
                 */
                id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take an authorization back on the page
         * @description Ends the code and the tokens of one authorization, as RFC 7009 §2.1 has it.
         */
        post: operations["revokeAuthorizedApplication"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read who the token stands for
         * @description A protected resource, RFC 6749 §7, RFC 6750 §2.1.
         */
        get: operations["getMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List your events
         * @description In the order they were added, a page at a time. Bearer token, RFC 6750 §2.1.
         */
        get: operations["listEvents"];
        put?: never;
        /**
         * Add an event
         * @description As JSON or as a form. A form may carry the access token as `access_token` instead of the header,
         *     RFC 6750 §2.2; both at once are refused.
         */
        post: operations["addEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The event's `id`.
                 * @example 69202b1f3c0a5d7e9b8f1a2c4d6e8f00
                 */
                id: string;
            };
            cookie?: never;
        };
        /**
         * Read an event
         * @description One of the owner's events. Bearer token, RFC 6750 §2.1.
         */
        get: operations["readEvent"];
        /**
         * Replace an event
         * @description The whole event; what is left out is emptied. Bearer token, RFC 6750 §2.1.
         */
        put: operations["updateEvent"];
        post?: never;
        /**
         * Delete an event
         * @description Bearer token, RFC 6750 §2.1.
         */
        delete: operations["deleteEvent"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/my_tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the applications you allowed
         * @description Every authorization of the token's owner that is still alive. Bearer token, RFC 6750 §2.1.
         */
        get: operations["listMyTokens"];
        put?: never;
        post?: never;
        /**
         * Take everything back that you allowed
         * @description Ends every code and token that acts for you, this one included. Bearer token, RFC 6750 §2.1.
         */
        delete: operations["revokeMyTokens"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/my_tokens/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The authorization's `id`.
                 * @example 69202b1f3c0a5d7e9b8f1a2c4d6e8f00
                 */
                id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Take an authorization back
         * @description Ends the application's code and tokens at once. Bearer token, RFC 6750 §2.1.
         */
        delete: operations["revokeMyToken"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/applications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List your applications as JSON
         * @description Those that the token's owner manages, the newest first, a page at a time. Bearer token, RFC 6750 §2.1.
         */
        get: operations["listApplicationsJson"];
        put?: never;
        /**
         * Register an application as JSON
         * @description Registers a client, RFC 6749 §2, that the token's owner manages. `client_secret` is shown this once.
         */
        post: operations["addApplicationJson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/applications/{client_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The client identifier.
                 * @example 69202b1f3c0a5d7e9b8f1a2c4d6e8f00
                 */
                client_id: components["parameters"]["ApplicationId"];
            };
            cookie?: never;
        };
        /**
         * Read an application
         * @description One that the token's owner manages. Bearer token, RFC 6750 §2.1.
         */
        get: operations["readApplicationJson"];
        /**
         * Replace an application
         * @description All that may be edited; a client stays confidential or public (RFC 6749 §2.1). What is taken away is taken
         *     from its codes and tokens at once. A website that is left out is removed.
         */
        put: operations["updateApplicationJson"];
        post?: never;
        /**
         * Delete an application as JSON
         * @description Ends the client with every code and token that it holds, the one of this request included where it is its own (RFC 7592 §2.3).
         */
        delete: operations["deleteApplicationJson"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/applications/{client_id}/secret": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The client identifier.
                 * @example 69202b1f3c0a5d7e9b8f1a2c4d6e8f00
                 */
                client_id: components["parameters"]["ApplicationId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Issue a new secret as JSON
         * @description Replaces the secret of a confidential client, RFC 6749 §2.3.1. The one before it works as well for `overlap`
         *     seconds. The new one is shown this once.
         */
        post: operations["rotateApplicationSecretJson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/redirect_uri_check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Check a redirect URI
         * @description Whether it could be registered (RFC 6749 §3.1.2), and why not. Nothing is stored; the form asks while one types.
         */
        get: operations["checkRedirectUri"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/healthz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tell that the process is alive
         * @description Answers as long as the process can answer; looks at nothing else. A plain GET, RFC 9110 §9.3.1.
         */
        get: operations["getHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tell whether requests can be served
         * @description Asks the database. A load balancer sends traffic only while this answers 200 (RFC 9110 §15.6.4).
         */
        get: operations["getReadiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the metrics
         * @description In Prometheus' text format. Holds no names, addresses or secrets; keep it inside all the same. A plain GET, RFC 9110 §9.3.1.
         */
        get: operations["getMetrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/client": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Register a client, as Gancio does
         * @description RFC 7591 §3 in Gancio's words, as a form or as JSON: one redirect URI, `scopes` and `website`, and an
         *     answer with the status 200. Refusals are those of RFC 7591 §3.2.2. A new client should use
         *     [`registerClient`](#operation/registerClient), which lets it manage what it registered.
         */
        post: operations["gancioRegister"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/authorize": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Ask the owner for authorization, as Gancio does
         * @description The authorization endpoint at Gancio's address, RFC 6749 §4.1.1. It differs from
         *     [`authorize`](#operation/authorize) in one thing: a request without `scope` asks for `event:write`.
         */
        get: operations["gancioAuthorize"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/authorize/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Allow or deny the request, as Gancio does
         * @description The answer of its consent page, under the rules of [`decideConsent`](#operation/decideConsent), RFC 6749 §4.1.2.
         */
        post: operations["gancioDecide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/oauth2/authorize": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Ask the owner for authorization, as GitShare does
         * @description The authorization endpoint at GitShare's address, also with a slash at its end, RFC 6749 §4.1.1. A request
         *     without `redirect_uri` shows the code on a page where the client has registered
         *     `urn:ietf:wg:oauth:2.0:oob`, even if it has other redirect URIs too.
         */
        get: operations["gitshareAuthorize"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/oauth2/authorize/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Allow or deny the request, as GitShare does
         * @description The answer of its consent page, under the rules of [`decideConsent`](#operation/decideConsent), RFC 6749 §4.1.2.
         *     Also with a slash at its end.
         */
        post: operations["gitshareDecide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/oauth2/token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Exchange a code or a refresh token, as GitShare does
         * @description The token endpoint at GitShare's address, also with a slash at its end. It differs from
         *     [`issueToken`](#operation/issueToken) in one thing: `grant_type`, which RFC 6749 §4.1.3 requires, may be left
         *     out of the exchange of a code.
         */
        post: operations["gitshareToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ghost/authorize": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Ask the owner for authorization, as Ghost does
         * @description The authorization endpoint at Ghost's address. It differs from [`authorize`](#operation/authorize) in two
         *     things: code and error travel in the fragment, where RFC 6749 §4.1.2 has the query, unless `response_mode` says
         *     otherwise; and redirects have the status 302.
         */
        get: operations["ghostAuthorize"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ghost/authorize/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Allow or deny the request, as Ghost does
         * @description The answer of its consent page, under the rules of [`decideConsent`](#operation/decideConsent), RFC 6749 §4.1.2.
         *     Redirects have the status 302.
         */
        post: operations["ghostDecide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Exchange a code or a refresh token, as Ghost does
         * @description The token endpoint at Ghost's address. It differs from [`issueToken`](#operation/issueToken) in one thing:
         *     beside `client_secret` and `code`, `client_id` may be left out, against RFC 6749 §2.3.1; the client is then the
         *     one to which the code was issued.
         */
        post: operations["ghostToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/go/oauth/token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Exchange a code or a refresh token, as GoCD does
         * @description The token endpoint at GoCD's second address; the dialect gocd accepts the same at `/oauth/token`. It differs
         *     from [`issueToken`](#operation/issueToken) in two things: `grant_type` may be written `authorization-code`, and
         *     `redirect_uri` may come without its scheme, where RFC 6749 §4.1.3 asks for identical values.
         */
        post: operations["gocdToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/go/gadgets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what the token opens, as GoCD does
         * @description The protected resources within the token's scope. The token comes as `Authorization: Token token="…"`, as
         *     GoCD has it, or as a bearer token, RFC 6750 §2.1.
         */
        get: operations["gocdGadgets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description Scope tokens, each separated by one space, RFC 6749 §3.3. */
        Scope: string;
        /** @description RFC 7636 §4.2. */
        CodeChallenge: string;
        /** @description From the hidden field of the page. */
        CsrfToken: string;
        /** @description RFC 6749 §4.1.1. */
        AuthorizationRequest: {
            /** @description Must be `code`. */
            response_type?: string;
            client_id?: string;
            redirect_uri?: string;
            scope?: components["schemas"]["Scope"];
            state?: string;
            code_challenge?: components["schemas"]["CodeChallenge"];
            /** @description Must be `S256` where a challenge is sent. */
            code_challenge_method?: string;
            /** @description `query`, `fragment` or `form_post`. */
            response_mode?: string;
        };
        /** @description The authorization request again, with the owner's decision. */
        ConsentDecision: {
            response_type?: string;
            client_id?: string;
            redirect_uri?: string;
            scope?: components["schemas"]["Scope"];
            state?: string;
            code_challenge?: components["schemas"]["CodeChallenge"];
            code_challenge_method?: string;
            response_mode?: string;
            /** @description `approve` or `deny`. */
            decision?: string;
            /** @description `yes`, from the check box that the dialect gocd shows. */
            agreed?: string;
            /** @description A ticked scope token; one field for each. */
            scope_granted?: string | string[];
            csrf_token?: components["schemas"]["CsrfToken"];
        };
        /** @description RFC 6749 §4.1.3 and §6. */
        AccessTokenRequest: {
            /** @description `authorization_code` or `refresh_token`. */
            grant_type: string;
            /** @description The authorization code. */
            code?: string;
            /** @description As in the authorization request; required where it was sent there. */
            redirect_uri?: string;
            /** @description RFC 7636 §4.1. */
            code_verifier?: string;
            refresh_token?: string;
            scope?: components["schemas"]["Scope"];
            /** @description Required of a client that does not authenticate by Basic. */
            client_id?: string;
            /** Format: password */
            client_secret?: string;
        };
        /** @description As in RFC 6749 §4.1.3 and §6, but a `code` without `grant_type` is exchanged too. */
        CodeExchangeWithoutGrantType: {
            /** @description Left out beside a code, it is `authorization_code`. */
            grant_type?: string;
            /** @description The authorization code. */
            code?: string;
            /** @description As in the authorization request; required where it was sent there. */
            redirect_uri?: string;
            /** @description RFC 7636 §4.1. */
            code_verifier?: string;
            refresh_token?: string;
            scope?: components["schemas"]["Scope"];
            /** @description Required of a client that does not authenticate by Basic. */
            client_id?: string;
            /** Format: password */
            client_secret?: string;
        };
        /** @description The client metadata of RFC 7591 §2 under Gancio's names. Members that are not listed are ignored. */
        GancioClientMetadata: {
            client_name?: string;
            /** @description One URI. */
            redirect_uris: string;
            /** @description Left out, it is `event:write`. */
            scopes?: components["schemas"]["Scope"];
            /** Format: uri */
            website?: string;
        };
        GancioClient: {
            client_id: string;
            /** @description Shown this once. */
            client_secret: string;
            name: string;
            /** @description As it was sent. */
            redirect_uris: string;
            scopes: components["schemas"]["Scope"];
            website: string | null;
        };
        GadgetList: {
            gadgets: {
                title: string;
                /** Format: uri */
                url: string;
            }[];
        };
        /** @description RFC 6749 §5.1. */
        AccessTokenResponse: {
            access_token: string;
            /**
             * @description In small letters in the dialect metamaps alone.
             * @enum {string}
             */
            token_type: "Bearer" | "bearer";
            /** @description Seconds. */
            expires_in: number;
            /** @description Present for clients registered for the grant type refresh_token. */
            refresh_token?: string;
            scope: components["schemas"]["Scope"];
        };
        /** @description RFC 6749 §5.2. */
        ErrorResponse: {
            error: string;
            /** @description What is wrong and what was expected. */
            error_description?: string;
            /**
             * Format: uri
             * @description The section that says so.
             */
            error_uri?: string;
        };
        /** @description RFC 7009 §2.1 and RFC 7662 §2.1. */
        TokenQuery: {
            token: string;
            /** @description Not needed; tokens of this server say what they are. */
            token_type_hint?: string;
            client_id?: string;
            /** Format: password */
            client_secret?: string;
        };
        /** @description RFC 7662 §2.2. */
        Introspection: {
            active: boolean;
            scope?: components["schemas"]["Scope"];
            client_id?: string;
            username?: string;
            /** @constant */
            token_type?: "Bearer";
            exp?: number;
            iat?: number;
            sub?: string;
            iss?: string;
        };
        /** @description RFC 8414 §2. */
        Metadata: {
            /** Format: uri */
            issuer: string;
            /** Format: uri */
            authorization_endpoint: string;
            /** Format: uri */
            token_endpoint: string;
            /** Format: uri */
            registration_endpoint?: string;
            /** Format: uri */
            revocation_endpoint?: string;
            /** Format: uri */
            introspection_endpoint?: string;
            scopes_supported?: string[];
            response_types_supported: string[];
            response_modes_supported?: string[];
            grant_types_supported?: string[];
            token_endpoint_auth_methods_supported?: string[];
            revocation_endpoint_auth_methods_supported?: string[];
            introspection_endpoint_auth_methods_supported?: string[];
            code_challenge_methods_supported?: string[];
            authorization_response_iss_parameter_supported?: boolean;
            /** Format: uri */
            service_documentation?: string;
        };
        /**
         * @description RFC 7591 §2. Members that are not listed are ignored.
         * @example {
         *       "client_name": "Calendar",
         *       "redirect_uris": [
         *         "https://app.example/callback"
         *       ],
         *       "grant_types": [
         *         "authorization_code",
         *         "refresh_token"
         *       ],
         *       "scope": "profile event:write"
         *     }
         */
        ClientMetadata: {
            redirect_uris: string[];
            client_name?: string;
            /** Format: uri */
            client_uri?: string;
            /**
             * @default client_secret_basic
             * @enum {string}
             */
            token_endpoint_auth_method: "client_secret_basic" | "client_secret_post" | "none";
            /** @description Left out it is authorization_code alone, and no refresh token is issued. */
            grant_types?: ("authorization_code" | "refresh_token")[];
            response_types?: "code"[];
            scope?: components["schemas"]["Scope"];
        };
        /** @description RFC 7592 §2.2. */
        ClientMetadataUpdate: components["schemas"]["ClientMetadata"] & {
            /** @description Must be the one of the path. */
            client_id: string;
            /**
             * Format: password
             * @description May be sent; must be the present one.
             */
            client_secret?: string;
        };
        /** @description RFC 7591 §3.2.1 and RFC 7592 §3. */
        ClientInformation: {
            client_id: string;
            client_id_issued_at: number;
            client_secret?: string;
            /**
             * @description It does not expire.
             * @constant
             */
            client_secret_expires_at?: 0;
            registration_access_token?: string;
            /** Format: uri */
            registration_client_uri?: string;
            client_name: string;
            client_uri?: string;
            redirect_uris: string[];
            grant_types: string[];
            response_types: string[];
            token_endpoint_auth_method: string;
            scope: string;
        };
        Me: {
            /** @description Identifies the owner, for ever. */
            sub: string;
            username: string;
            name: string;
        };
        /**
         * @example {
         *       "title": "Harvest festival",
         *       "starts_at": "2027-09-18T14:00:00+02:00",
         *       "place": "Old mill"
         *     }
         */
        EventInput: {
            title: string;
            /**
             * Format: date-time
             * @description RFC 3339, with an offset.
             */
            starts_at: string;
            place?: string;
            description?: string;
        };
        EventForm: components["schemas"]["EventInput"] & {
            /** @description Instead of the header, RFC 6750 §2.2. */
            access_token?: string;
        };
        /**
         * @example {
         *       "id": "69202b1f3c0a5d7e9b8f1a2c4d6e8f00",
         *       "title": "Harvest festival",
         *       "starts_at": "2027-09-18T14:00:00+02:00",
         *       "place": "Old mill"
         *     }
         */
        Event: {
            id: string;
            title: string;
            starts_at: string;
            place?: string;
            description?: string;
        };
        EventList: {
            events: components["schemas"]["Event"][];
            /** @description Send as `after` for the next page; absent on the last one. */
            next?: string;
        };
        ApplicationForm: {
            /** @description Compulsory, 200 characters at the most. */
            client_name?: string;
            /** @description The website; may be left empty. */
            client_uri?: string;
            /** @description A redirect URI to the letter, one field for each; blank ones are ignored. */
            redirect_uris?: string | string[];
            /**
             * @description Registers `urn:ietf:wg:oauth:2.0:oob`.
             * @enum {string}
             */
            out_of_band?: "yes";
            /** @description A scope token that the client may ask for, one field for each. */
            scope?: string | string[];
            csrf_token: components["schemas"]["CsrfToken"];
        };
        /** @description The form of an application, with what it is to be for good. */
        NewApplicationForm: components["schemas"]["ApplicationForm"] & {
            /**
             * @default confidential
             * @enum {string}
             */
            client_type: "confidential" | "public";
        };
        Confirmation: {
            csrf_token: components["schemas"]["CsrfToken"];
        };
        RotationForm: {
            /**
             * @description For how many seconds the present secret works beside the new one; a day where nothing is said.
             * @enum {string}
             */
            overlap?: "0" | "3600" | "86400" | "604800";
            csrf_token: components["schemas"]["CsrfToken"];
        };
        /**
         * @example {
         *       "overlap": 3600
         *     }
         */
        Rotation: {
            /**
             * @description For how many seconds the present secret works beside the new one.
             * @default 86400
             */
            overlap: number;
        };
        /**
         * @example {
         *       "client_name": "Calendar",
         *       "redirect_uris": [
         *         "https://app.example/callback"
         *       ],
         *       "scope": "profile event:write"
         *     }
         */
        ApplicationInput: {
            client_name: string;
            /** Format: uri */
            client_uri?: string;
            redirect_uris: string[];
            scope: components["schemas"]["Scope"];
        };
        /** @description An application, with what it is to be for good. */
        NewApplication: components["schemas"]["ApplicationInput"] & {
            /**
             * @default confidential
             * @enum {string}
             */
            client_type: "confidential" | "public";
        };
        Application: {
            client_id: string;
            client_name: string;
            client_uri?: string;
            /** @enum {string} */
            client_type: "confidential" | "public";
            /** @description The user name of who registered it; absent where nobody here did. */
            owner?: string;
            redirect_uris: string[];
            scope: string;
            /** @description Seconds since 1970, UTC. */
            created_at: number;
            /** @description Until when the secret before the last rotation works too. */
            previous_client_secret_expires_at?: number;
        };
        /** @description An application with its secret, which is shown this once; a public one has none. */
        IssuedApplication: {
            client_id: string;
            client_name: string;
            client_uri?: string;
            /** @enum {string} */
            client_type: "confidential" | "public";
            /** @description The user name of who registered it; absent where nobody here did. */
            owner?: string;
            redirect_uris: string[];
            scope: string;
            /** @description Seconds since 1970, UTC. */
            created_at: number;
            /** @description Until when the secret before the last rotation works too. */
            previous_client_secret_expires_at?: number;
            client_secret?: string;
        };
        ApplicationList: {
            applications: components["schemas"]["Application"][];
            /** @description Send as `after` for the next page; absent on the last one. */
            next?: string;
        };
        MyToken: {
            id: string;
            client_id: string;
            client_name: string;
            client_uri?: string;
            scope: components["schemas"]["Scope"];
            /** @description Seconds since 1970, UTC. */
            authorized_at: number;
            /** @description Seconds since 1970, UTC, to about a minute; absent before the first use. */
            last_used_at?: number;
            /** @description Seconds since 1970, UTC. */
            expires_at: number;
        };
        MyTokenList: {
            tokens: components["schemas"]["MyToken"][];
        };
    };
    responses: {
        /** @description A page, or the self-submitting form of `response_mode=form_post`. */
        Page: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "Cache-Control": components["headers"]["NoStore"];
                /** @description A browser without the session cookie gets one. */
                "Set-Cookie"?: string;
                [name: string]: unknown;
            };
            content: {
                "text/html": string;
            };
        };
        /** @description The request is malformed; the page says where. */
        PageBadRequest: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "Cache-Control": components["headers"]["NoStore"];
                [name: string]: unknown;
            };
            content: {
                "text/html": string;
            };
        };
        /** @description The form did not come from a page that this server had shown to this browser. */
        PageForbidden: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "Cache-Control": components["headers"]["NoStore"];
                [name: string]: unknown;
            };
            content: {
                "text/html": string;
            };
        };
        /** @description There is nothing to show. */
        PageNotFound: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "Cache-Control": components["headers"]["NoStore"];
                [name: string]: unknown;
            };
            content: {
                "text/html": string;
            };
        };
        /** @description A fault of the server. The page names the request id to report. */
        PageServerError: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "Cache-Control": components["headers"]["NoStore"];
                [name: string]: unknown;
            };
            content: {
                "text/html": string;
            };
        };
        /**
         * @description The client or the redirect URI is not what it says, so nothing is redirected, RFC 6749 §4.1.2.1. For a
         *     redirect URI the page shows the first character that differs.
         */
        AuthorizationPage: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "Cache-Control": components["headers"]["NoStore"];
                [name: string]: unknown;
            };
            content: {
                "text/html": string;
            };
        };
        /**
         * @description To the client with a code (RFC 6749 §4.1.2) or an error (RFC 6749 §4.1.2.1), always with `iss` and, where the
         *     request had one, `state`; or to the sign-in page of this server.
         */
        AuthorizationRedirect: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "Cache-Control": components["headers"]["NoStore"];
                /** @description Where to go on. */
                Location: string;
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description On to a page of this server. */
        LocalRedirect: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "Cache-Control": components["headers"]["NoStore"];
                /**
                 * @description A path of this server.
                 * @example /
                 */
                Location: string;
                /** @description The session's cookie, where it changed. */
                "Set-Cookie"?: string;
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description Tokens, RFC 6749 §5.1. */
        AccessTokenIssued: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "Cache-Control": components["headers"]["NoStore"];
                Pragma: components["headers"]["Pragma"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "access_token": "cga_6bfa…",
                 *       "token_type": "Bearer",
                 *       "expires_in": 3600,
                 *       "refresh_token": "cgr_6bfa…",
                 *       "scope": "profile event:write"
                 *     }
                 */
                "application/json": components["schemas"]["AccessTokenResponse"];
            };
        };
        /** @description A refusal, RFC 6749 §5.2. */
        AccessTokenRefused: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "Cache-Control": components["headers"]["NoStore"];
                Pragma: components["headers"]["Pragma"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description The client did not authenticate, RFC 6749 §5.2. */
        InvalidClient: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "Cache-Control": components["headers"]["NoStore"];
                "WWW-Authenticate": components["headers"]["WWWAuthenticateBasic"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description A fault of the server. Report the request id. */
        OAuthServerError: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "Cache-Control": components["headers"]["NoStore"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description The request is malformed, or it carries a token in two ways, RFC 6750 §3.1. */
        ApiBadRequest: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description The owner has nothing of that id. */
        ApiNotFound: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description No access token, or one that is not usable, RFC 6750 §3.1. */
        Unauthorized: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "WWW-Authenticate": components["headers"]["WWWAuthenticateBearer"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description The token does not reach that far, RFC 6750 §3.1. */
        InsufficientScope: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "WWW-Authenticate": components["headers"]["WWWAuthenticateBearer"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description The body is of a media type that this operation does not read. */
        UnsupportedMediaType: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description Nobody is signed in any more; the sign-in form, which leads back. Nothing was changed. */
        SignInAgain: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "Cache-Control": components["headers"]["NoStore"];
                [name: string]: unknown;
            };
            content: {
                "text/html": string;
            };
        };
        /** @description Done; the page shows what was made. */
        PageCreated: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "Cache-Control": components["headers"]["NoStore"];
                [name: string]: unknown;
            };
            content: {
                "text/html": string;
            };
        };
        /** @description The form again, as it was filled in, with what was wrong beside each field. Nothing was changed. */
        FormAgain: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "Cache-Control": components["headers"]["NoStore"];
                [name: string]: unknown;
            };
            content: {
                "text/html": string;
            };
        };
        /** @description The request is malformed, or a client of this kind cannot be registered, RFC 7591 §3.2.2. */
        ApplicationRefused: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description The metadata is not acceptable, RFC 7591 §3.2.2. */
        RegistrationRefused: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "Cache-Control": components["headers"]["NoStore"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description Done; there is nothing to say. */
        Gone: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description All is well. */
        Status: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "Cache-Control": components["headers"]["NoStore"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "status": "ok"
                 *     }
                 */
                "application/json": {
                    /** @constant */
                    status: "ok";
                };
            };
        };
    };
    parameters: {
        /**
         * @description Must be `code`, RFC 6749 §3.1.1.
         * @example code
         */
        ResponseType: string;
        /**
         * @description The client identifier, RFC 6749 §2.2.
         * @example demo-client
         */
        ClientId: string;
        /**
         * @description Where the answer goes, one of the registered URIs to the letter, RFC 6749 §3.1.2.
         * @example https://app.example/callback
         */
        RedirectUri: string;
        /**
         * @description Scope tokens separated by a space, RFC 6749 §3.3. Left out, it means `profile`.
         * @example profile event:write
         */
        Scope: components["schemas"]["Scope"];
        /**
         * @description Comes back unchanged with the answer, RFC 6749 §4.1.1. Use it against forged answers.
         * @example af0ifjsldkj
         */
        State: string;
        /**
         * @description The PKCE challenge, RFC 7636 §4.2. Compulsory for public clients.
         * @example E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM
         */
        CodeChallenge: components["schemas"]["CodeChallenge"];
        /**
         * @description Must be `S256` where a challenge is sent, RFC 7636 §4.3.
         * @example S256
         */
        CodeChallengeMethod: string;
        /**
         * @description Instead of the header, RFC 6750 §2.3, where the dialect gitshare is on; ignored elsewhere.
         * @example cga_6bfa…
         */
        AccessTokenInQuery: string;
        /**
         * @description The client identifier.
         * @example 69202b1f3c0a5d7e9b8f1a2c4d6e8f00
         */
        ApplicationId: string;
        /**
         * @description What has just been done, so that the page says so. An unknown word is ignored.
         * @example saved
         */
        Done: string;
        /**
         * @description How the answer travels. `query` unless said otherwise; `fragment` and `form_post` exist.
         * @example query
         */
        ResponseMode: string;
    };
    requestBodies: never;
    headers: {
        /**
         * @description Names this request in the server's log.
         * @example 69202b1f3c0a5d7e9b8f1a2c4d6e8f00
         */
        RequestId: string;
        /** @description No cache may keep this answer. */
        NoStore: "no-store";
        /** @description For caches of HTTP/1.0, RFC 6749 §5.1. */
        Pragma: "no-cache";
        /**
         * @description This answer may be kept for a while.
         * @example public, max-age=300
         */
        PublicCache: string;
        /**
         * @description How a client authenticates, RFC 6749 §5.2.
         * @example Basic realm="codegrant", charset="UTF-8"
         */
        WWWAuthenticateBasic: string;
        /**
         * @description What is wrong with the token, RFC 6750 §3. Without a token it names the realm only.
         * @example Bearer realm="codegrant", error="invalid_token", error_description="The access token has expired."
         */
        WWWAuthenticateBearer: string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    showHome: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Page"];
            400: components["responses"]["PageBadRequest"];
            500: components["responses"]["PageServerError"];
        };
    };
    getMetadata: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The metadata. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "Cache-Control": components["headers"]["PublicCache"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Metadata"];
                };
            };
            400: components["responses"]["ApiBadRequest"];
        };
    };
    getContractJson: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The contract. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "Cache-Control": components["headers"]["PublicCache"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        openapi: string;
                        info: {
                            [key: string]: unknown;
                        };
                        paths: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            400: components["responses"]["ApiBadRequest"];
        };
    };
    getContractYaml: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The contract. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "Cache-Control": components["headers"]["PublicCache"];
                    [name: string]: unknown;
                };
                content: {
                    "application/yaml": string;
                };
            };
            400: components["responses"]["ApiBadRequest"];
        };
    };
    getDocs: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The page. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "Cache-Control": components["headers"]["PublicCache"];
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            400: components["responses"]["PageBadRequest"];
        };
    };
    getDocsScript: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The script. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "Cache-Control": components["headers"]["PublicCache"];
                    [name: string]: unknown;
                };
                content: {
                    "text/javascript": string;
                };
            };
            400: components["responses"]["ApiBadRequest"];
        };
    };
    authorize: {
        parameters: {
            query?: {
                /**
                 * @description Must be `code`, RFC 6749 §3.1.1.
                 * @example code
                 */
                response_type?: components["parameters"]["ResponseType"];
                /**
                 * @description The client identifier, RFC 6749 §2.2.
                 * @example demo-client
                 */
                client_id?: components["parameters"]["ClientId"];
                /**
                 * @description Where the answer goes, one of the registered URIs to the letter, RFC 6749 §3.1.2.
                 * @example https://app.example/callback
                 */
                redirect_uri?: components["parameters"]["RedirectUri"];
                /**
                 * @description Scope tokens separated by a space, RFC 6749 §3.3. Left out, it means `profile`.
                 * @example profile event:write
                 */
                scope?: components["parameters"]["Scope"];
                /**
                 * @description Comes back unchanged with the answer, RFC 6749 §4.1.1. Use it against forged answers.
                 * @example af0ifjsldkj
                 */
                state?: components["parameters"]["State"];
                /**
                 * @description The PKCE challenge, RFC 7636 §4.2. Compulsory for public clients.
                 * @example E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM
                 */
                code_challenge?: components["parameters"]["CodeChallenge"];
                /**
                 * @description Must be `S256` where a challenge is sent, RFC 7636 §4.3.
                 * @example S256
                 */
                code_challenge_method?: components["parameters"]["CodeChallengeMethod"];
                /**
                 * @description How the answer travels. `query` unless said otherwise; `fragment` and `form_post` exist.
                 * @example query
                 */
                response_mode?: components["parameters"]["ResponseMode"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Page"];
            303: components["responses"]["AuthorizationRedirect"];
            400: components["responses"]["AuthorizationPage"];
            500: components["responses"]["PageServerError"];
        };
    };
    authorizeByForm: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["AuthorizationRequest"];
            };
        };
        responses: {
            200: components["responses"]["Page"];
            303: components["responses"]["AuthorizationRedirect"];
            400: components["responses"]["AuthorizationPage"];
            500: components["responses"]["PageServerError"];
        };
    };
    decideConsent: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["ConsentDecision"];
            };
        };
        responses: {
            200: components["responses"]["Page"];
            303: components["responses"]["AuthorizationRedirect"];
            400: components["responses"]["AuthorizationPage"];
            403: components["responses"]["PageForbidden"];
            500: components["responses"]["PageServerError"];
        };
    };
    showCode: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Page"];
            400: components["responses"]["PageBadRequest"];
            404: components["responses"]["PageNotFound"];
        };
    };
    showLogin: {
        parameters: {
            query?: {
                /**
                 * @description The path of this server to go on to. Anything else is ignored.
                 * @example /oauth/authorize?response_type=code&client_id=demo-client
                 */
                return_to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Page"];
            303: components["responses"]["LocalRedirect"];
            400: components["responses"]["PageBadRequest"];
            500: components["responses"]["PageServerError"];
        };
    };
    login: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    username: string;
                    /** Format: password */
                    password: string;
                    csrf_token: components["schemas"]["CsrfToken"];
                    /** @description The path of this server to go on to. */
                    return_to?: string;
                };
            };
        };
        responses: {
            /** @description The form again, with what was wrong. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "Cache-Control": components["headers"]["NoStore"];
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            303: components["responses"]["LocalRedirect"];
            400: components["responses"]["PageBadRequest"];
            403: components["responses"]["PageForbidden"];
            /** @description Too many attempts. */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    /** @description Seconds to wait. */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            500: components["responses"]["PageServerError"];
        };
    };
    showLogout: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Page"];
            303: components["responses"]["LocalRedirect"];
            400: components["responses"]["PageBadRequest"];
            500: components["responses"]["PageServerError"];
        };
    };
    logout: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    csrf_token: components["schemas"]["CsrfToken"];
                };
            };
        };
        responses: {
            /** @description Nobody was signed in; the home page. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "Cache-Control": components["headers"]["NoStore"];
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            303: components["responses"]["LocalRedirect"];
            400: components["responses"]["PageBadRequest"];
            403: components["responses"]["PageForbidden"];
            500: components["responses"]["PageServerError"];
        };
    };
    issueToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["AccessTokenRequest"];
            };
        };
        responses: {
            200: components["responses"]["AccessTokenIssued"];
            400: components["responses"]["AccessTokenRefused"];
            401: components["responses"]["InvalidClient"];
            500: components["responses"]["OAuthServerError"];
        };
    };
    revokeToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["TokenQuery"];
            };
        };
        responses: {
            /** @description The token is not usable any more. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "Cache-Control": components["headers"]["NoStore"];
                    [name: string]: unknown;
                };
                content: {
                    /** @example {} */
                    "application/json": Record<string, never>;
                };
            };
            /** @description A refusal, RFC 7009 §2.2.1. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "Cache-Control": components["headers"]["NoStore"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            401: components["responses"]["InvalidClient"];
            500: components["responses"]["OAuthServerError"];
        };
    };
    introspectToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["TokenQuery"];
            };
        };
        responses: {
            /** @description The token's state, RFC 7662 §2.2. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "Cache-Control": components["headers"]["NoStore"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Introspection"];
                };
            };
            /** @description A refusal, in the form of RFC 6749 §5.2. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "Cache-Control": components["headers"]["NoStore"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            401: components["responses"]["InvalidClient"];
            500: components["responses"]["OAuthServerError"];
        };
    };
    registerClient: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClientMetadata"];
            };
        };
        responses: {
            /** @description The registered client, RFC 7591 §3.2.1. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "Cache-Control": components["headers"]["NoStore"];
                    Pragma: components["headers"]["Pragma"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClientInformation"];
                };
            };
            400: components["responses"]["RegistrationRefused"];
            500: components["responses"]["OAuthServerError"];
        };
    };
    readClient: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The client identifier, as in `registration_client_uri`.
                 * @example 4f1d0c7a9be24c11
                 */
                client_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The registration, without the secret. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "Cache-Control": components["headers"]["NoStore"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClientInformation"];
                };
            };
            400: components["responses"]["ApiBadRequest"];
            401: components["responses"]["Unauthorized"];
            500: components["responses"]["OAuthServerError"];
        };
    };
    updateClient: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The client identifier, as in `registration_client_uri`.
                 * @example 4f1d0c7a9be24c11
                 */
                client_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClientMetadataUpdate"];
            };
        };
        responses: {
            /** @description The registration as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "Cache-Control": components["headers"]["NoStore"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClientInformation"];
                };
            };
            400: components["responses"]["RegistrationRefused"];
            401: components["responses"]["Unauthorized"];
            500: components["responses"]["OAuthServerError"];
        };
    };
    deleteClient: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The client identifier, as in `registration_client_uri`.
                 * @example 4f1d0c7a9be24c11
                 */
                client_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["Gone"];
            400: components["responses"]["ApiBadRequest"];
            401: components["responses"]["Unauthorized"];
            500: components["responses"]["OAuthServerError"];
        };
    };
    listApplications: {
        parameters: {
            query?: {
                /**
                 * @description What has just been done, so that the page says so. An unknown word is ignored.
                 * @example saved
                 */
                done?: components["parameters"]["Done"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Page"];
            303: components["responses"]["LocalRedirect"];
            400: components["responses"]["PageBadRequest"];
            500: components["responses"]["PageServerError"];
        };
    };
    addApplication: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["NewApplicationForm"];
            };
        };
        responses: {
            200: components["responses"]["SignInAgain"];
            201: components["responses"]["PageCreated"];
            400: components["responses"]["PageBadRequest"];
            403: components["responses"]["PageForbidden"];
            422: components["responses"]["FormAgain"];
            500: components["responses"]["PageServerError"];
        };
    };
    newApplication: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Page"];
            303: components["responses"]["LocalRedirect"];
            400: components["responses"]["PageBadRequest"];
            500: components["responses"]["PageServerError"];
        };
    };
    showApplication: {
        parameters: {
            query?: {
                /**
                 * @description What has just been done, so that the page says so. An unknown word is ignored.
                 * @example saved
                 */
                done?: components["parameters"]["Done"];
            };
            header?: never;
            path: {
                /**
                 * @description The client identifier.
                 * @example 69202b1f3c0a5d7e9b8f1a2c4d6e8f00
                 */
                client_id: components["parameters"]["ApplicationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Page"];
            303: components["responses"]["LocalRedirect"];
            400: components["responses"]["PageBadRequest"];
            404: components["responses"]["PageNotFound"];
            500: components["responses"]["PageServerError"];
        };
    };
    updateApplication: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The client identifier.
                 * @example 69202b1f3c0a5d7e9b8f1a2c4d6e8f00
                 */
                client_id: components["parameters"]["ApplicationId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["ApplicationForm"];
            };
        };
        responses: {
            200: components["responses"]["SignInAgain"];
            303: components["responses"]["LocalRedirect"];
            400: components["responses"]["PageBadRequest"];
            403: components["responses"]["PageForbidden"];
            404: components["responses"]["PageNotFound"];
            422: components["responses"]["FormAgain"];
            500: components["responses"]["PageServerError"];
        };
    };
    editApplication: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The client identifier.
                 * @example 69202b1f3c0a5d7e9b8f1a2c4d6e8f00
                 */
                client_id: components["parameters"]["ApplicationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Page"];
            303: components["responses"]["LocalRedirect"];
            400: components["responses"]["PageBadRequest"];
            404: components["responses"]["PageNotFound"];
            500: components["responses"]["PageServerError"];
        };
    };
    confirmDeleteApplication: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The client identifier.
                 * @example 69202b1f3c0a5d7e9b8f1a2c4d6e8f00
                 */
                client_id: components["parameters"]["ApplicationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Page"];
            303: components["responses"]["LocalRedirect"];
            400: components["responses"]["PageBadRequest"];
            404: components["responses"]["PageNotFound"];
            500: components["responses"]["PageServerError"];
        };
    };
    deleteApplication: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The client identifier.
                 * @example 69202b1f3c0a5d7e9b8f1a2c4d6e8f00
                 */
                client_id: components["parameters"]["ApplicationId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["Confirmation"];
            };
        };
        responses: {
            200: components["responses"]["SignInAgain"];
            303: components["responses"]["LocalRedirect"];
            400: components["responses"]["PageBadRequest"];
            403: components["responses"]["PageForbidden"];
            404: components["responses"]["PageNotFound"];
            500: components["responses"]["PageServerError"];
        };
    };
    rotateApplicationSecret: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The client identifier.
                 * @example 69202b1f3c0a5d7e9b8f1a2c4d6e8f00
                 */
                client_id: components["parameters"]["ApplicationId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["RotationForm"];
            };
        };
        responses: {
            200: components["responses"]["Page"];
            400: components["responses"]["PageBadRequest"];
            403: components["responses"]["PageForbidden"];
            404: components["responses"]["PageNotFound"];
            500: components["responses"]["PageServerError"];
        };
    };
    listAuthorizedApplications: {
        parameters: {
            query?: {
                /**
                 * @description What has just been done, so that the page says so. An unknown word is ignored.
                 * @example saved
                 */
                done?: components["parameters"]["Done"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Page"];
            303: components["responses"]["LocalRedirect"];
            400: components["responses"]["PageBadRequest"];
            500: components["responses"]["PageServerError"];
        };
    };
    revokeAllAuthorizedApplications: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["Confirmation"];
            };
        };
        responses: {
            200: components["responses"]["SignInAgain"];
            303: components["responses"]["LocalRedirect"];
            400: components["responses"]["PageBadRequest"];
            403: components["responses"]["PageForbidden"];
            500: components["responses"]["PageServerError"];
        };
    };
    revokeAuthorizedApplication: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The authorization's `id`.
                 * @example 69202b1f3c0a5d7e9b8f1a2c4d6e8f00
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["Confirmation"];
            };
        };
        responses: {
            200: components["responses"]["SignInAgain"];
            303: components["responses"]["LocalRedirect"];
            400: components["responses"]["PageBadRequest"];
            403: components["responses"]["PageForbidden"];
            404: components["responses"]["PageNotFound"];
            500: components["responses"]["PageServerError"];
        };
    };
    getMe: {
        parameters: {
            query?: {
                /**
                 * @description Instead of the header, RFC 6750 §2.3, where the dialect gitshare is on; ignored elsewhere.
                 * @example cga_6bfa…
                 */
                access_token?: components["parameters"]["AccessTokenInQuery"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The resource owner. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "Cache-Control": components["headers"]["NoStore"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "sub": "69202b1f3c0a5d7e9b8f1a2c4d6e8f00",
                     *       "username": "demo",
                     *       "name": "Demonstration User"
                     *     }
                     */
                    "application/json": components["schemas"]["Me"];
                };
            };
            400: components["responses"]["ApiBadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["InsufficientScope"];
            500: components["responses"]["OAuthServerError"];
        };
    };
    listEvents: {
        parameters: {
            query?: {
                /**
                 * @description Instead of the header, RFC 6750 §2.3, where the dialect gitshare is on; ignored elsewhere.
                 * @example cga_6bfa…
                 */
                access_token?: components["parameters"]["AccessTokenInQuery"];
                /**
                 * @description How many at the most.
                 * @example 20
                 */
                limit?: number;
                /**
                 * @description The `next` of the page before.
                 * @example 69202b1f3c0a5d7e9b8f1a2c4d6e8f00
                 */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of events. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "Cache-Control": components["headers"]["NoStore"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventList"];
                };
            };
            400: components["responses"]["ApiBadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["InsufficientScope"];
            500: components["responses"]["OAuthServerError"];
        };
    };
    addEvent: {
        parameters: {
            query?: {
                /**
                 * @description Instead of the header, RFC 6750 §2.3, where the dialect gitshare is on; ignored elsewhere.
                 * @example cga_6bfa…
                 */
                access_token?: components["parameters"]["AccessTokenInQuery"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EventInput"];
                "application/x-www-form-urlencoded": components["schemas"]["EventForm"];
            };
        };
        responses: {
            /** @description The event. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    /** @description Where it can be read. */
                    Location: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Event"];
                };
            };
            400: components["responses"]["ApiBadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["InsufficientScope"];
            415: components["responses"]["UnsupportedMediaType"];
            500: components["responses"]["OAuthServerError"];
        };
    };
    readEvent: {
        parameters: {
            query?: {
                /**
                 * @description Instead of the header, RFC 6750 §2.3, where the dialect gitshare is on; ignored elsewhere.
                 * @example cga_6bfa…
                 */
                access_token?: components["parameters"]["AccessTokenInQuery"];
            };
            header?: never;
            path: {
                /**
                 * @description The event's `id`.
                 * @example 69202b1f3c0a5d7e9b8f1a2c4d6e8f00
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The event. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Event"];
                };
            };
            400: components["responses"]["ApiBadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["InsufficientScope"];
            404: components["responses"]["ApiNotFound"];
            500: components["responses"]["OAuthServerError"];
        };
    };
    updateEvent: {
        parameters: {
            query?: {
                /**
                 * @description Instead of the header, RFC 6750 §2.3, where the dialect gitshare is on; ignored elsewhere.
                 * @example cga_6bfa…
                 */
                access_token?: components["parameters"]["AccessTokenInQuery"];
            };
            header?: never;
            path: {
                /**
                 * @description The event's `id`.
                 * @example 69202b1f3c0a5d7e9b8f1a2c4d6e8f00
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EventInput"];
            };
        };
        responses: {
            /** @description The event as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Event"];
                };
            };
            400: components["responses"]["ApiBadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["InsufficientScope"];
            404: components["responses"]["ApiNotFound"];
            415: components["responses"]["UnsupportedMediaType"];
            500: components["responses"]["OAuthServerError"];
        };
    };
    deleteEvent: {
        parameters: {
            query?: {
                /**
                 * @description Instead of the header, RFC 6750 §2.3, where the dialect gitshare is on; ignored elsewhere.
                 * @example cga_6bfa…
                 */
                access_token?: components["parameters"]["AccessTokenInQuery"];
            };
            header?: never;
            path: {
                /**
                 * @description The event's `id`.
                 * @example 69202b1f3c0a5d7e9b8f1a2c4d6e8f00
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["Gone"];
            400: components["responses"]["ApiBadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["InsufficientScope"];
            404: components["responses"]["ApiNotFound"];
            500: components["responses"]["OAuthServerError"];
        };
    };
    listMyTokens: {
        parameters: {
            query?: {
                /**
                 * @description Instead of the header, RFC 6750 §2.3, where the dialect gitshare is on; ignored elsewhere.
                 * @example cga_6bfa…
                 */
                access_token?: components["parameters"]["AccessTokenInQuery"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The authorizations, newest first. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "Cache-Control": components["headers"]["NoStore"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyTokenList"];
                };
            };
            400: components["responses"]["ApiBadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["InsufficientScope"];
            500: components["responses"]["OAuthServerError"];
        };
    };
    revokeMyTokens: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["Gone"];
            400: components["responses"]["ApiBadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["InsufficientScope"];
            500: components["responses"]["OAuthServerError"];
        };
    };
    revokeMyToken: {
        parameters: {
            query?: {
                /**
                 * @description Instead of the header, RFC 6750 §2.3, where the dialect gitshare is on; ignored elsewhere.
                 * @example cga_6bfa…
                 */
                access_token?: components["parameters"]["AccessTokenInQuery"];
            };
            header?: never;
            path: {
                /**
                 * @description The authorization's `id`.
                 * @example 69202b1f3c0a5d7e9b8f1a2c4d6e8f00
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["Gone"];
            400: components["responses"]["ApiBadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["InsufficientScope"];
            404: components["responses"]["ApiNotFound"];
            500: components["responses"]["OAuthServerError"];
        };
    };
    listApplicationsJson: {
        parameters: {
            query?: {
                /**
                 * @description How many at the most.
                 * @example 20
                 */
                limit?: number;
                /**
                 * @description The `next` of the page before.
                 * @example 69202b1f3c0a5d7e9b8f1a2c4d6e8f00
                 */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of applications. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "Cache-Control": components["headers"]["NoStore"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApplicationList"];
                };
            };
            400: components["responses"]["ApiBadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["InsufficientScope"];
            500: components["responses"]["OAuthServerError"];
        };
    };
    addApplicationJson: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewApplication"];
            };
        };
        responses: {
            /** @description The application. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "Cache-Control": components["headers"]["NoStore"];
                    /** @description Where it can be read. */
                    Location: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssuedApplication"];
                };
            };
            400: components["responses"]["ApplicationRefused"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["InsufficientScope"];
            415: components["responses"]["UnsupportedMediaType"];
            500: components["responses"]["OAuthServerError"];
        };
    };
    readApplicationJson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The client identifier.
                 * @example 69202b1f3c0a5d7e9b8f1a2c4d6e8f00
                 */
                client_id: components["parameters"]["ApplicationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The application, without the secret. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "Cache-Control": components["headers"]["NoStore"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Application"];
                };
            };
            400: components["responses"]["ApiBadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["InsufficientScope"];
            404: components["responses"]["ApiNotFound"];
            500: components["responses"]["OAuthServerError"];
        };
    };
    updateApplicationJson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The client identifier.
                 * @example 69202b1f3c0a5d7e9b8f1a2c4d6e8f00
                 */
                client_id: components["parameters"]["ApplicationId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApplicationInput"];
            };
        };
        responses: {
            /** @description The application as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "Cache-Control": components["headers"]["NoStore"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Application"];
                };
            };
            400: components["responses"]["ApplicationRefused"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["InsufficientScope"];
            404: components["responses"]["ApiNotFound"];
            415: components["responses"]["UnsupportedMediaType"];
            500: components["responses"]["OAuthServerError"];
        };
    };
    deleteApplicationJson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The client identifier.
                 * @example 69202b1f3c0a5d7e9b8f1a2c4d6e8f00
                 */
                client_id: components["parameters"]["ApplicationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["Gone"];
            400: components["responses"]["ApiBadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["InsufficientScope"];
            404: components["responses"]["ApiNotFound"];
            500: components["responses"]["OAuthServerError"];
        };
    };
    rotateApplicationSecretJson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The client identifier.
                 * @example 69202b1f3c0a5d7e9b8f1a2c4d6e8f00
                 */
                client_id: components["parameters"]["ApplicationId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Rotation"];
            };
        };
        responses: {
            /** @description The application, with the new secret. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "Cache-Control": components["headers"]["NoStore"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssuedApplication"];
                };
            };
            400: components["responses"]["ApiBadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["InsufficientScope"];
            404: components["responses"]["ApiNotFound"];
            415: components["responses"]["UnsupportedMediaType"];
            500: components["responses"]["OAuthServerError"];
        };
    };
    checkRedirectUri: {
        parameters: {
            query: {
                /**
                 * @description The URI, as it would be registered.
                 * @example https://app.example/callback
                 */
                redirect_uri: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is wrong with it. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "Cache-Control": components["headers"]["NoStore"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A whole sentence; null where nothing is wrong. */
                        problem: string | null;
                    };
                };
            };
            400: components["responses"]["ApiBadRequest"];
        };
    };
    getHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Status"];
            400: components["responses"]["ApiBadRequest"];
        };
    };
    getReadiness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Status"];
            400: components["responses"]["ApiBadRequest"];
            /** @description The database does not answer. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    getMetrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The metrics. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "Cache-Control": components["headers"]["NoStore"];
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            400: components["responses"]["ApiBadRequest"];
        };
    };
    gancioRegister: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["GancioClientMetadata"];
                "application/json": components["schemas"]["GancioClientMetadata"];
            };
        };
        responses: {
            /** @description The registered client. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "Cache-Control": components["headers"]["NoStore"];
                    Pragma: components["headers"]["Pragma"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "client_id": "69202b1f3c0a5d7e9b8f1a2c4d6e8f00",
                     *       "client_secret": "cgs_6bfa…",
                     *       "name": "Village calendar",
                     *       "redirect_uris": "https://app.example/callback",
                     *       "scopes": "event:write",
                     *       "website": "https://app.example/"
                     *     }
                     */
                    "application/json": components["schemas"]["GancioClient"];
                };
            };
            400: components["responses"]["RegistrationRefused"];
            500: components["responses"]["OAuthServerError"];
        };
    };
    gancioAuthorize: {
        parameters: {
            query?: {
                /**
                 * @description Must be `code`, RFC 6749 §3.1.1.
                 * @example code
                 */
                response_type?: components["parameters"]["ResponseType"];
                /**
                 * @description The client identifier, RFC 6749 §2.2.
                 * @example demo-client
                 */
                client_id?: components["parameters"]["ClientId"];
                /**
                 * @description Where the answer goes, one of the registered URIs to the letter, RFC 6749 §3.1.2.
                 * @example https://app.example/callback
                 */
                redirect_uri?: components["parameters"]["RedirectUri"];
                /**
                 * @description Scope tokens separated by a space, RFC 6749 §3.3. Left out, it means `profile`.
                 * @example profile event:write
                 */
                scope?: components["parameters"]["Scope"];
                /**
                 * @description Comes back unchanged with the answer, RFC 6749 §4.1.1. Use it against forged answers.
                 * @example af0ifjsldkj
                 */
                state?: components["parameters"]["State"];
                /**
                 * @description The PKCE challenge, RFC 7636 §4.2. Compulsory for public clients.
                 * @example E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM
                 */
                code_challenge?: components["parameters"]["CodeChallenge"];
                /**
                 * @description Must be `S256` where a challenge is sent, RFC 7636 §4.3.
                 * @example S256
                 */
                code_challenge_method?: components["parameters"]["CodeChallengeMethod"];
                /**
                 * @description How the answer travels. `query` unless said otherwise; `fragment` and `form_post` exist.
                 * @example query
                 */
                response_mode?: components["parameters"]["ResponseMode"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Page"];
            303: components["responses"]["AuthorizationRedirect"];
            400: components["responses"]["AuthorizationPage"];
            500: components["responses"]["PageServerError"];
        };
    };
    gancioDecide: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["ConsentDecision"];
            };
        };
        responses: {
            200: components["responses"]["Page"];
            303: components["responses"]["AuthorizationRedirect"];
            400: components["responses"]["AuthorizationPage"];
            403: components["responses"]["PageForbidden"];
            500: components["responses"]["PageServerError"];
        };
    };
    gitshareAuthorize: {
        parameters: {
            query?: {
                /**
                 * @description Must be `code`, RFC 6749 §3.1.1.
                 * @example code
                 */
                response_type?: components["parameters"]["ResponseType"];
                /**
                 * @description The client identifier, RFC 6749 §2.2.
                 * @example demo-client
                 */
                client_id?: components["parameters"]["ClientId"];
                /**
                 * @description Where the answer goes, one of the registered URIs to the letter, RFC 6749 §3.1.2.
                 * @example https://app.example/callback
                 */
                redirect_uri?: components["parameters"]["RedirectUri"];
                /**
                 * @description Scope tokens separated by a space, RFC 6749 §3.3. Left out, it means `profile`.
                 * @example profile event:write
                 */
                scope?: components["parameters"]["Scope"];
                /**
                 * @description Comes back unchanged with the answer, RFC 6749 §4.1.1. Use it against forged answers.
                 * @example af0ifjsldkj
                 */
                state?: components["parameters"]["State"];
                /**
                 * @description The PKCE challenge, RFC 7636 §4.2. Compulsory for public clients.
                 * @example E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM
                 */
                code_challenge?: components["parameters"]["CodeChallenge"];
                /**
                 * @description Must be `S256` where a challenge is sent, RFC 7636 §4.3.
                 * @example S256
                 */
                code_challenge_method?: components["parameters"]["CodeChallengeMethod"];
                /**
                 * @description How the answer travels. `query` unless said otherwise; `fragment` and `form_post` exist.
                 * @example query
                 */
                response_mode?: components["parameters"]["ResponseMode"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Page"];
            303: components["responses"]["AuthorizationRedirect"];
            400: components["responses"]["AuthorizationPage"];
            500: components["responses"]["PageServerError"];
        };
    };
    gitshareDecide: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["ConsentDecision"];
            };
        };
        responses: {
            200: components["responses"]["Page"];
            303: components["responses"]["AuthorizationRedirect"];
            400: components["responses"]["AuthorizationPage"];
            403: components["responses"]["PageForbidden"];
            500: components["responses"]["PageServerError"];
        };
    };
    gitshareToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["CodeExchangeWithoutGrantType"];
            };
        };
        responses: {
            200: components["responses"]["AccessTokenIssued"];
            400: components["responses"]["AccessTokenRefused"];
            401: components["responses"]["InvalidClient"];
            500: components["responses"]["OAuthServerError"];
        };
    };
    ghostAuthorize: {
        parameters: {
            query?: {
                /**
                 * @description Must be `code`, RFC 6749 §3.1.1.
                 * @example code
                 */
                response_type?: components["parameters"]["ResponseType"];
                /**
                 * @description The client identifier, RFC 6749 §2.2.
                 * @example demo-client
                 */
                client_id?: components["parameters"]["ClientId"];
                /**
                 * @description Where the answer goes, one of the registered URIs to the letter, RFC 6749 §3.1.2.
                 * @example https://app.example/callback
                 */
                redirect_uri?: components["parameters"]["RedirectUri"];
                /**
                 * @description Scope tokens separated by a space, RFC 6749 §3.3. Left out, it means `profile`.
                 * @example profile event:write
                 */
                scope?: components["parameters"]["Scope"];
                /**
                 * @description Comes back unchanged with the answer, RFC 6749 §4.1.1. Use it against forged answers.
                 * @example af0ifjsldkj
                 */
                state?: components["parameters"]["State"];
                /**
                 * @description The PKCE challenge, RFC 7636 §4.2. Compulsory for public clients.
                 * @example E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM
                 */
                code_challenge?: components["parameters"]["CodeChallenge"];
                /**
                 * @description Must be `S256` where a challenge is sent, RFC 7636 §4.3.
                 * @example S256
                 */
                code_challenge_method?: components["parameters"]["CodeChallengeMethod"];
                /**
                 * @description How the answer travels. `query` unless said otherwise; `fragment` and `form_post` exist.
                 * @example query
                 */
                response_mode?: components["parameters"]["ResponseMode"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Page"];
            302: components["responses"]["AuthorizationRedirect"];
            400: components["responses"]["AuthorizationPage"];
            500: components["responses"]["PageServerError"];
        };
    };
    ghostDecide: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["ConsentDecision"];
            };
        };
        responses: {
            200: components["responses"]["Page"];
            302: components["responses"]["AuthorizationRedirect"];
            400: components["responses"]["AuthorizationPage"];
            403: components["responses"]["PageForbidden"];
            500: components["responses"]["PageServerError"];
        };
    };
    ghostToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["AccessTokenRequest"];
            };
        };
        responses: {
            200: components["responses"]["AccessTokenIssued"];
            400: components["responses"]["AccessTokenRefused"];
            401: components["responses"]["InvalidClient"];
            500: components["responses"]["OAuthServerError"];
        };
    };
    gocdToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["AccessTokenRequest"];
            };
        };
        responses: {
            200: components["responses"]["AccessTokenIssued"];
            400: components["responses"]["AccessTokenRefused"];
            401: components["responses"]["InvalidClient"];
            500: components["responses"]["OAuthServerError"];
        };
    };
    gocdGadgets: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The gadgets. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "Cache-Control": components["headers"]["NoStore"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "gadgets": [
                     *         {
                     *           "title": "Read who the token stands for",
                     *           "url": "http://127.0.0.1:3000/api/me"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["GadgetList"];
                };
            };
            400: components["responses"]["ApiBadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["InsufficientScope"];
            500: components["responses"]["OAuthServerError"];
        };
    };
}
