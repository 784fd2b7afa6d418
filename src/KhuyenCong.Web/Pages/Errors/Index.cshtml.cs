using System.Diagnostics;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KhuyenCong.Web.Pages.Errors;

/// <summary>What happened, in words, and what to do next.</summary>
[AllowAnonymous, IgnoreAntiforgeryToken]
public class IndexModel : PageModel
{
    /// <summary>Where a refusal leaves its reason, or the refused <see cref="Act"/>, for this page.</summary>
    public const string ReasonItem = "kc:reason";

    public ErrorText Text { get; private set; } = ErrorText.For("");

    public string? Reason { get; private set; }

    public string? Back { get; private set; }

    public string? Trace { get; private set; }

    public bool IsOffline { get; private set; }

    public bool IsPartial => Request.Headers.ContainsKey("HX-Request");

    public void OnGet(string code) => Show(code);

    public void OnPost(string code) => Show(code);

    private void Show(string code)
    {
        Text = ErrorText.For(code);
        IsOffline = code == ErrorText.Offline;
        Trace = code == "500" ? Activity.Current?.TraceId.ToString() ?? HttpContext.TraceIdentifier : null;
        Reason = HttpContext.Items[ReasonItem] as string
            ?? (HttpContext.Items[Refusal.ActItem] is Act act ? ErrorText.Refusal(act) : null);
        var failed = HttpContext.Features.Get<IStatusCodeReExecuteFeature>();
        Back = code is "409" or "413" or "429" or "503" && failed is not null ? failed.OriginalPathBase + failed.OriginalPath + failed.OriginalQueryString : null;
        if (failed is null && int.TryParse(code, out var status) && status is >= 400 and < 600 && HttpContext.Features.Get<IExceptionHandlerFeature>() is null)
        {
            Response.StatusCode = status;
        }
    }
}
