using KhuyenCong.Domain.Organisations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace KhuyenCong.Web.Access;

/// <summary>What one must be allowed to do to use a page, or one handler of it. Every page carries this, <see cref="SignedInAttribute"/> or AllowAnonymous; a test sees to it.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class AllowAttribute(Act act) : Attribute
{
    public Act Act { get; } = act;

    /// <summary>The page is country-wide: no province needs to be chosen.</summary>
    public bool National { get; init; }
}

/// <summary>A page for whoever is signed in: one's own work, account, drafts.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SignedInAttribute : Attribute;

/// <summary>A page that may be used before a one-time password is changed.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class WithOneTimePasswordAttribute : Attribute;

/// <summary>Enforces the attributes before any handler runs. The entity itself is decided on after loading: the province filter makes foreign ids 404.</summary>
public sealed class AccessFilter(Viewer viewer) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        var page = context.HandlerInstance.GetType();
        var allow = (AllowAttribute?)(context.HandlerMethod is { } handler ? Attribute.GetCustomAttribute(handler.MethodInfo, typeof(AllowAttribute)) : null)
            ?? (AllowAttribute?)Attribute.GetCustomAttribute(page, typeof(AllowAttribute));
        var open = Attribute.IsDefined(page, typeof(AllowAnonymousAttribute));
        if (open && allow is null)
        {
            await next();
            return;
        }

        if (!viewer.IsSignedIn)
        {
            context.Result = new ChallengeResult();
        }
        else if (viewer.MustChangePassword && !Attribute.IsDefined(page, typeof(WithOneTimePasswordAttribute)))
        {
            context.Result = new LocalRedirectResult("/tai-khoan/cua-toi");
        }
        else if (allow is null ? !Attribute.IsDefined(page, typeof(SignedInAttribute)) : !viewer.Can(allow.Act))
        {
            context.Result = Refusal.Because(allow?.Act);
        }
        else if (allow is { National: false } && viewer.ProvinceCode.Length == 0 && viewer.Reach(allow.Act) is Scope.Ministry)
        {
            // Who may look into provinces chooses one first.
            context.Result = viewer.Can(Act.CompareProvinces) ? new RedirectResult("/so-sanh") : Refusal.Because(allow.Act);
        }
        else
        {
            await next();
        }
    }
}

/// <summary>403 with the reason: which act is refused and which roles hold it.</summary>
public static class Refusal
{
    public const string ActItem = "kc:refused-act";

    public static IActionResult Because(Act? act) => new RefusedResult(act);

    private sealed class RefusedResult(Act? act) : IActionResult
    {
        public Task ExecuteResultAsync(ActionContext context)
        {
            context.HttpContext.Items[ActItem] = act;
            context.HttpContext.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        }
    }
}
