using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Access;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace KhuyenCong.Web.Pages.Shared;

/// <summary>What the layout shows of the person at work.</summary>
public sealed record Shell(bool IsSignedIn, string UserKey, string DisplayName, string Organisation, IReadOnlyList<(string Key, string Name, bool IsCurrent)> Workplaces, string Theme, Func<Act, bool> Can, bool HasProvince)
{
    public static Shell Of(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        var viewer = http.RequestServices.GetRequiredService<Viewer>();
        return new(
            viewer.IsSignedIn,
            viewer.IsSignedIn ? viewer.UserId.ToString("N") : "",
            viewer.DisplayName,
            viewer.OrganisationName,
            [.. viewer.Workplaces.Select(w => (w.Key, w.OrganisationName, w.Key == viewer.Workplace?.Key))],
            viewer.Theme ?? Accounts.ThemeModel.Device,
            viewer.Can,
            // Who may look into provinces is asked which one.
            viewer.Territory is not null || viewer.Can(Act.CompareProvinces));
    }
}

/// <summary>A message that the next page shows once.</summary>
public static class Flash
{
    private static readonly string[] Tones = ["good", "warn", "bad", "info"];

    /// <param name="data">The page's TempData.</param>
    /// <param name="text">One or two sentences.</param>
    /// <param name="tone">good, warn, bad or info.</param>
    public static void Say(this ITempDataDictionary data, string text, string tone = "good")
    {
        ArgumentNullException.ThrowIfNull(data);
        data["flash-" + tone] = text;
    }

    /// <summary>Tells the browser that this form went through, so that it forgets what it kept of the draft. Call it where the draft's rows are deleted.</summary>
    public static void DraftDone(this ITempDataDictionary data, string form, string subject)
    {
        ArgumentNullException.ThrowIfNull(data);
        data["draft-done"] = $"{Uri.EscapeDataString(form)}/{Uri.EscapeDataString(subject)}";
    }

    public static IEnumerable<(string Tone, string Text)> Said(this ITempDataDictionary data) =>
        Tones.Select(tone => (tone, data["flash-" + tone] as string)).Where(said => said.Item2 is not null)!;
}
