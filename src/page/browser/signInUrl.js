/** The address of the sign-in, and from there back to a page of ours. */
export function signInUrl({ pathname, search }) {
  return `/.auth/login/aad?${new URLSearchParams({ post_login_redirect_uri: pathname + search })}`;
}
