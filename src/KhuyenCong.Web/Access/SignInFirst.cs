using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KhuyenCong.Web.Access;

/// <summary>Asks for sign-in before the form's token is looked at: of an ended session the user must hear that it ended, not that the token is wrong.</summary>
public sealed class SignInFirst(Viewer viewer) : IAuthorizationFilter, IOrderedFilter
{
    /// <summary>Before the framework's antiforgery filter, which stands at 1000.</summary>
    public int Order => 0;

    public void OnAuthorization(AuthorizationFilterContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (!viewer.IsSignedIn && context.ActionDescriptor is CompiledPageActionDescriptor page && !Attribute.IsDefined(page.ModelTypeInfo!, typeof(AllowAnonymousAttribute)))
        {
            context.Result = new ChallengeResult();
        }
    }
}
