using System.Globalization;
using System.Text.Json;
using KhuyenCong.Web.Access;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KhuyenCong.Web.Pages.Drafts;

/// <summary>What the browser asks of drafts; the contract stands at the top of Assets/js/drafts.js.</summary>
/// <remarks>The antiforgery token is checked here, after sign-in: of an ended session the browser must hear 401, not that its token is wrong.</remarks>
[SignedIn]
[IgnoreAntiforgeryToken]
public sealed class IndexModel(DraftBox drafts, IAntiforgery antiforgery) : PageModel
{
    public const string NewestHeader = "X-Draft-Seq";
    public const string EndedHeader = "X-Draft-Ended";

    // Six bytes hold any character of a value as JSON escapes it.
    private const int LargestBody = (DraftBox.LongestValue * 6) + 4096;

    // Milliseconds since 1970 of a clock that is centuries ahead.
    private const long LargestSequence = 10_000_000_000_000_000;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public async Task<IActionResult> OnGetAsync(string form, string subject, CancellationToken cancellationToken)
    {
        Response.Headers.CacheControl = "no-store";
        if (!Names(form, subject))
        {
            return NotFound();
        }

        var (draft, marks) = await drafts.FindAsync(form, subject, cancellationToken);
        Response.Headers[NewestHeader] = marks.Newest.ToString(CultureInfo.InvariantCulture);
        Response.Headers[EndedHeader] = marks.Ended.ToString(CultureInfo.InvariantCulture);
        return draft is null ? new NoContentResult() : new JsonResult(new { draft.SavedAt, draft.BaseVersion, draft.Fields, seqs = draft.Sequences }, Json);
    }

    public async Task<IActionResult> OnPostAsync(string form, string subject, [FromServices] TimeProvider clock, CancellationToken cancellationToken)
    {
        if (!Names(form, subject) || !await antiforgery.IsRequestValidAsync(HttpContext))
        {
            return BadRequest();
        }

        var (typed, refusal) = await ReadAsync(cancellationToken);
        if (typed is null)
        {
            return StatusCode(refusal);
        }

        return await drafts.KeepAsync(form, subject, typed.Field!, typed.Value!.Replace("\0", ""), typed.BaseVersion, typed.Seq, cancellationToken)
            ? new JsonResult(new { savedAt = clock.UtcNow }, Json)
            : StatusCode(StatusCodes.Status410Gone);
    }

    public async Task<IActionResult> OnDeleteAsync(string form, string subject, [FromQuery] long seq, CancellationToken cancellationToken)
    {
        if (!Names(form, subject) || seq is < 0 or > LargestSequence || !await antiforgery.IsRequestValidAsync(HttpContext))
        {
            return BadRequest();
        }

        await drafts.FinishAsync(form, subject, seq, cancellationToken);
        return new NoContentResult();
    }

    private static bool Names(string form, string subject) => form.Length <= DraftBox.LongestName && subject.Length <= DraftBox.LongestName;

    private async Task<(Typed? Typed, int Refusal)> ReadAsync(CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await Request.Body.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (body.Length + read > LargestBody)
            {
                return (null, StatusCodes.Status413PayloadTooLarge);
            }

            body.Write(buffer, 0, read);
        }

        try
        {
            var typed = JsonSerializer.Deserialize<Typed>(body.ToArray(), Json);
            return typed is { Field: { Length: > 0 and <= DraftBox.LongestField }, Value: not null, Seq: > 0 and <= LargestSequence } && !typed.Field.StartsWith("__", StringComparison.Ordinal) && !typed.Field.Contains('\0', StringComparison.Ordinal)
                ? typed.Value.Length > DraftBox.LongestValue ? (null, StatusCodes.Status413PayloadTooLarge) : (typed, 0)
                : (null, StatusCodes.Status400BadRequest);
        }
        catch (JsonException)
        {
            return (null, StatusCodes.Status400BadRequest);
        }
    }

    private sealed record Typed(string? Field, string? Value, long BaseVersion, long Seq);
}
