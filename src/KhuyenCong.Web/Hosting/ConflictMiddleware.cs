using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Hosting;

/// <summary>Two people at once: where a page did not merge the other's change itself, the second one is told, never overwritten.</summary>
public sealed class ConflictMiddleware(RequestDelegate next, ILogger<ConflictMiddleware> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        try
        {
            await next(context);
        }
        catch (DbUpdateConcurrencyException conflict) when (!context.Response.HasStarted)
        {
            logger.LogInformation(conflict, "Concurrent change");
            context.Response.StatusCode = StatusCodes.Status409Conflict;
        }
    }
}
