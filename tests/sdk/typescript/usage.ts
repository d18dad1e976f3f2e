/**
 * What a front end does first, written against the types made from the OpenAPI document. It is
 * compiled, never run. A line that must not compile says so, and fails the compilation if it does.
 */
import createClient from "openapi-fetch";

import type { components, paths } from "./generated/schema";

type Schemas = components["schemas"];

/** Anything that the API refuses comes in one shape. */
export function explain(refusal: Schemas["Error"]): string {
  switch (refusal.code) {
    case "AUTHENTICATION_ERROR":
      return "Please sign in again.";
    case "RATE_LIMITED":
      return "Please try again in a moment.";
    default:
      return refusal.error;
  }
}

export async function signIn(baseUrl: string, login: Schemas["LoginRequest"]) {
  const { data, error } = await createClient<paths>({ baseUrl }).POST("/v1/auth/login", {
    body: login,
  });
  if (error) throw new Error(explain(error));
  const headers = { Authorization: `Bearer ${data.data.access_token}` };
  return createClient<paths>({ baseUrl, headers });
}

type Api = Awaited<ReturnType<typeof signIn>>;

/** Students, the most recently seen first; `null` where somebody was never seen. */
export async function lastSeen(api: Api, search: string): Promise<(string | null)[]> {
  const { data, error } = await api.GET("/v1/console/students", {
    params: { query: { search, sort_by: "last_seen", sort_order: "desc", limit: 100 } },
  });
  if (error) throw new Error(explain(error));
  const pages: number = data.total_pages;
  return pages === 0 ? [] : data.data.map((student) => student.last_seen);
}

/** Case studies are there unless the caller asked to leave them out. */
export async function attemptsUsed(api: Api, userId: string): Promise<Map<string, number>> {
  const { data, error } = await api.GET("/v1/console/students/{user_id}", {
    params: { path: { user_id: userId } },
  });
  if (error) throw new Error(explain(error));
  const cards = data.data.case_study_details ?? [];
  return new Map(cards.map((card) => [card.case_study_id, card.attempts_used]));
}

export async function grantOne(api: Api, userId: string, caseStudyId: string): Promise<number> {
  const { data, error } = await api.POST("/v1/console/attempts/grant", {
    params: { header: { "Idempotency-Key": crypto.randomUUID() } },
    body: { user_id: userId, case_study_id: caseStudyId, amount: 1, reason: "Audio dropped" },
  });
  if (error) throw new Error(explain(error));
  return data.data.attempts_remaining;
}

/** `null` clears what can be cleared, and leaves alone what cannot. */
export const changes: Schemas["PatchedUserUpdateRequest"] = {
  title: null,
  first_name: null,
  status: "INACTIVE",
  programme_codes: ["MBA"],
};

export async function mistakes(api: Api): Promise<void> {
  await api.POST("/v1/console/attempts/grant", {
    // @ts-expect-error - a reason is needed
    body: { user_id: "", case_study_id: "", amount: 1 },
  });
  await api.GET("/v1/console/students", {
    // @ts-expect-error - nothing is sorted by shoe size
    params: { query: { sort_by: "shoe_size" } },
  });
  // @ts-expect-error - there is no such resource
  await api.GET("/v1/console/professors");
}
