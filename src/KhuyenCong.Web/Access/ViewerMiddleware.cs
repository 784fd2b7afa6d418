using KhuyenCong.Data;

namespace KhuyenCong.Web.Access;

/// <summary>Decides, before anything is read, whose data this request may see.</summary>
public sealed class ViewerMiddleware(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context, Viewer viewer, DataScope scope, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(viewer);
        ArgumentNullException.ThrowIfNull(scope);
        viewer.Load(context.User, clock.Today);
        if (viewer.IsSignedIn)
        {
            scope.ActAs(viewer.ProvinceCode, viewer.UserId, viewer.DisplayName, viewer.OrganisationId);
        }

        return next(context);
    }
}
