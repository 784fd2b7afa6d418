using KhuyenCong.Web.Pages.Errors;
using KhuyenCong.Web.Resources;
using KhuyenCong.Web.Storage;

namespace KhuyenCong.Web.Hosting;

/// <summary>Where the file store does not answer, the page says so and nothing half done stays.</summary>
public sealed class StoreDownMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        try
        {
            await next(context);
        }
        catch (StoreDownException down) when (!context.Response.HasStarted)
        {
            // The store has written to the technical log what happened.
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            context.Items[IndexModel.ReasonItem] = Messages.For(down.Fault is StoreFault.Damaged ? "file.damaged" : "file.unreadable");
        }
    }
}
